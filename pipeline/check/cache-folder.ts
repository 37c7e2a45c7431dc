import os from 'node:os';
import path from 'node:path';

/** Where results are kept between runs: the cache folder that the system has for the user, or `undefined` when there is none. */
export function cacheFolder(env: NodeJS.ProcessEnv): string | undefined {
  const home = homeFolder();
  const { XDG_CACHE_HOME: stated, LOCALAPPDATA: local } = env;
  if (stated && path.isAbsolute(stated)) return path.join(stated, 'galley', 'lint');
  if (process.platform === 'win32') return local && path.join(local, 'galley', 'cache', 'lint');
  if (!home) return undefined;
  const usual = process.platform === 'darwin' ? path.join(home, 'Library', 'Caches') : path.join(home, '.cache');
  return path.join(usual, 'galley', 'lint');
}

function homeFolder(): string | undefined {
  try {
    return os.homedir();
  } catch {
    return undefined;
  }
}
