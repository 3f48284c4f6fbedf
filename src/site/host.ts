/**
 * What only the one who runs the site can say, given at build in the environment:
 *
 * - `FEEDBACK_MAIL`: the address that opinions are sent to.
 * - `FEEDBACK_URL`: an https address that a form may be sent to (fields `sida`, `version`, `text`, `svar`).
 */
export interface Host {
  readonly mail: string | null;
  readonly form: URL | null;
}

/**
 * @throws Error that names the variable, what is wrong with it and what to write.
 */
export function readHost(environment: NodeJS.ProcessEnv = process.env): Host {
  return { mail: mailOf(environment['FEEDBACK_MAIL']), form: formOf(environment['FEEDBACK_URL']) };
}

function mailOf(value: string | undefined): string | null {
  if (value === undefined || value === '') return null;
  if (!/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(value)) {
    throw new Error(`FEEDBACK_MAIL="${value}" is no e-mail address. Hint: write name@example.org.`);
  }
  return value;
}

function formOf(value: string | undefined): URL | null {
  if (value === undefined || value === '') return null;
  if (!URL.canParse(value) || new URL(value).protocol !== 'https:') {
    throw new Error(
      `FEEDBACK_URL="${value}" is no https address. Hint: write https://example.org/x.`,
    );
  }
  return new URL(value);
}
