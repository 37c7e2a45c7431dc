/**
 * Cuts GitHub's description of its API down to the operations that Galley uses and the fake answers: structure only, no prose. Run it where
 * `@octokit/openapi` lies unpacked (it is too large to depend on):
 *
 *     npm pack @octokit/openapi@23.0.2 && tar xzf octokit-openapi-23.0.2.tgz package/generated/api.github.com.json
 *     node dist/tests/support/github/openapi/cut.js package/generated/api.github.com.json tests/support/github/openapi/github.json
 */
import { readFileSync, writeFileSync } from 'node:fs';

const operations = [
  'GET /rate_limit',
  'GET /repos/{owner}/{repo}',
  'GET /repos/{owner}/{repo}/pulls',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments',
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments',
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies',
  'PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}',
  'DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'GET /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'POST /repos/{owner}/{repo}/statuses/{sha}',
  'GET /repos/{owner}/{repo}/commits/{ref}/status',
  'GET /repos/{owner}/{repo}/commits/{ref}/statuses',
  'GET /repos/{owner}/{repo}/compare/{basehead}',
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
  'GET /repos/{owner}/{repo}/contents/{path}',
  'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
  'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
  'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}',
  'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
  'POST /repos/{owner}/{repo}/check-runs',
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
];

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Map = Record<string, Json>;

/** What constrains a value; everything else is prose or display. */
const structural = new Set([
  '$ref',
  'type',
  'format',
  'enum',
  'const',
  'nullable',
  'properties',
  'required',
  'items',
  'additionalProperties',
  'anyOf',
  'oneOf',
  'allOf',
  'maxItems',
  'minItems',
  'maxLength',
  'minLength',
  'pattern',
  'maximum',
  'minimum',
]);

/** A schema with nothing but structure in it; `nullable` of OpenAPI 3.0 as JSON Schema has it. */
function schemaOf(value: Json, reached: Set<string>): Json {
  if (Array.isArray(value)) return value.map((one) => schemaOf(one, reached));
  if (typeof value !== 'object' || value === null) return value;
  const kept: Map = {};
  for (const [key, one] of Object.entries(value)) {
    if (!structural.has(key)) continue;
    if (key === '$ref') {
      const name = String(one).split('/').at(-1)!;
      reached.add(name);
      kept.$ref = `#/$defs/${name}`;
    } else if (key === 'properties') kept.properties = mapped(one as Map, (schema) => schemaOf(schema, reached));
    else if (key === 'enum' || key === 'required' || key === 'const') kept[key] = one;
    else if (key !== 'nullable') kept[key] = schemaOf(one, reached);
  }
  return (value as Map).nullable === true ? { anyOf: [kept, { type: 'null' }] } : kept;
}

const mapped = (map: Map, change: (value: Json) => Json): Map =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));

function main(source: string, target: string): void {
  const description = JSON.parse(readFileSync(source, 'utf8'));
  // Refusals that the description does not tell of an operation look like this, too.
  const reached = new Set<string>(['basic-error']);
  const resolve = (value: Map): Map => {
    const ref = value.$ref as string | undefined;
    if (!ref) return value;
    return ref
      .slice(2)
      .split('/')
      .reduce((at, key) => at[key], description);
  };
  const jsonOf = (content: Map | undefined) => (content?.['application/json'] as Map | undefined)?.schema;
  const cut = operations.map((name) => {
    const [method, path] = name.split(' ') as [string, string];
    const operation = description.paths[path][method.toLowerCase()];
    const parameters = [...(description.paths[path].parameters ?? []), ...(operation.parameters ?? [])].map(resolve);
    const body = operation.requestBody && resolve(operation.requestBody);
    const responses = Object.entries(operation.responses as Map);
    return {
      method,
      path,
      parameters: parameters.map(({ name, in: place, required, schema }) => ({
        name,
        in: place,
        ...(required === true && { required }),
        schema: schemaOf(schema!, reached),
      })),
      ...(body && jsonOf(body.content as Map) && { body: schemaOf(jsonOf(body.content as Map)!, reached) }),
      responses: Object.fromEntries(
        responses.map(([status, response]) => {
          const schema = jsonOf(resolve(response as Map).content as Map | undefined);
          return [status, schema ? schemaOf(schema, reached) : null];
        }),
      ),
    };
  });
  const definitions: Map = {};
  for (const name of reached) definitions[name] = schemaOf(description.components.schemas[name], reached);
  const lines = [
    '{"operations":[',
    cut.map((one) => JSON.stringify(one)).join(',\n'),
    '],',
    '"$defs":{',
    Object.keys(definitions)
      .sort()
      .map((name) => `${JSON.stringify(name)}:${JSON.stringify(definitions[name])}`)
      .join(',\n'),
    '}}',
  ];
  writeFileSync(target, `${lines.join('\n')}\n`);
}

main(process.argv[2]!, process.argv[3]!);
