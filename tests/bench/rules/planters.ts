import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type OwnRuleId, ownRules } from '../../../lint-rules/ids.js';
import type { Planter } from './plant/planting.js';

const folder = new URL('./plant/', import.meta.url);

/** The planters by the rule that should find what they plant: one file each. */
export async function planters(): Promise<Map<OwnRuleId, Planter>> {
  const found = new Map<OwnRuleId, Planter>();
  for (const name of readdirSync(fileURLToPath(folder)).sort()) {
    const id = name.replace(/\.[jt]s$/, '');
    if (!(id in ownRules) || name.endsWith('.map')) continue;
    found.set(
      id as OwnRuleId,
      ((await import(/* @vite-ignore */ new URL(name, folder).href)) as { plant: Planter }).plant,
    );
  }
  return found;
}
