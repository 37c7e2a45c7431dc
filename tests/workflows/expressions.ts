import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

export type Status = 'success' | 'failure' | 'cancelled';

/** What an expression can see: the contexts by name, and how the job stands. */
export interface Scope {
  contexts: Readonly<Record<string, unknown>>;
  status: Status;
}

const statusFunctions: Record<string, (status: Status) => boolean> = {
  success: (status) => status === 'success',
  failure: (status) => status === 'failure',
  cancelled: (status) => status === 'cancelled',
  always: () => true,
};

/** The value of an expression, by GitHub's own evaluator. Throws for what it does not know. */
export function evaluate(expression: string, scope: Scope): data.ExpressionData {
  const functions = Object.entries(statusFunctions).map(([name, holds]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(holds(scope.status)),
  }));
  const { tokens } = new Lexer(expression).lex();
  const parsed = new Parser(tokens, Object.keys(scope.contexts), functions).parse();
  const contexts = JSON.parse(JSON.stringify(scope.contexts), data.reviver) as data.Dictionary;
  return new Evaluator(parsed, contexts, new Map(functions.map((one) => [one.name, one]))).evaluate();
}

/** A value of a workflow as text, with what its expressions come to. */
export function interpolate(value: unknown, scope: Scope): string {
  return String(value ?? '').replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    evaluate(expression, scope).coerceString(),
  );
}

export function interpolateAll(values: object | undefined, scope: Scope): Record<string, string> {
  return Object.fromEntries(Object.entries(values ?? {}).map(([key, value]) => [key, interpolate(value, scope)]));
}

/** Whether the condition of a job or a step holds; one that asks nothing of how the job stands holds after success only. */
export function holds(condition: unknown, scope: Scope): boolean {
  const text = String(condition ?? 'success()').trim();
  const expression = /^\$\{\{(.*)\}\}$/s.exec(text)?.[1] ?? text;
  const names = new Lexer(expression).lex().tokens.map(({ lexeme }) => lexeme.toLowerCase());
  const asks = names.some((name, at) => name in statusFunctions && names[at + 1] === '(');
  const whole = asks ? `!(${expression})` : `!(success() && (${expression}))`;
  return evaluate(whole, scope).coerceString() === 'false';
}
