declare module 'pandoc-wasm' {
  /** Runs pandoc on `input` with a defaults file's content as options; `files` are what it may read. */
  export function convert(
    options: Record<string, unknown>,
    input: string,
    files: Record<string, string | Blob>,
  ): Promise<{ stdout: string; stderr: string }>;
}
