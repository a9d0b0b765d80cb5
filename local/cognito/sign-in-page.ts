import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { escapeHtml } from '../html.ts';
import { type Language, languages, signInTexts } from './sign-in-texts.ts';

/** What the sign-in page shows. */
export interface SignInPage {
  readonly language: Language;
  readonly byEmail: boolean;
  /** What was typed before, or the client's `login_hint`. */
  readonly username: string;
  /** Why the last attempt failed. */
  readonly fault?: 'wrong' | 'temporary' | undefined;
  readonly people: readonly TestPerson[];
}

/** Somebody to sign in as by one click; local pools show everybody. */
export interface TestPerson {
  readonly username: string;
  readonly name: string;
  readonly groups: readonly string[];
}

/** Plain HTML that needs no script and no other file: a form, and a button for each test person. */
export function signInPage({ language, byEmail, username, fault, people }: SignInPage): string {
  const texts = signInTexts[language];
  const alert = fault ? `<p role="alert" id="fault">${texts[fault]}</p>` : '';
  const described = fault ? ' aria-invalid="true" aria-describedby="fault"' : '';
  const form = `<form method="post">
<label for="username">${byEmail ? texts.email : texts.username}</label>
<input id="username" name="username" autocomplete="username" required value="${escapeHtml(username)}"${described}>
<label for="password">${texts.password}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${described}>
<button>${texts.submit}</button>
</form>`;
  const list = people.length > 0 ? peopleList(people, texts.people, texts.peopleHint) : '';
  return page(language, texts.title, `${alert}${form}${list}`);
}

/** A page for what cannot be led back to the client, such as an unknown client or an expired sign-in. */
export function errorPage(request: IncomingMessage, description: string): string {
  const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const language = languageOf(query.get('ui_locales') ?? undefined, request);
  const { problem, startAgain } = signInTexts[language];
  return page(language, problem, `<p lang="en">${escapeHtml(description)}</p><p>${startAgain}</p>`);
}

/** The first language of `ui_locales`, or else of the browser, that the page has; else English. */
export function languageOf(uiLocales: string | undefined, request: IncomingMessage): Language {
  const accepted = request.headers['accept-language']?.split(',') ?? [];
  const wanted = [...(uiLocales?.split(' ') ?? []), ...accepted].map((tag) =>
    tag.trim().slice(0, 2).toLowerCase(),
  );
  for (const tag of wanted) {
    const known = languages.find((language) => language === tag);
    if (known) return known;
  }
  return 'en';
}

/**
 * Headers of both pages. A browser applies `form-action` to redirects as well, so the client's own origin, to
 * which a sign-in ends in leading, must be in it.
 */
export function pageHeaders(redirectUri?: string): Record<string, string> {
  const target = redirectUri === undefined ? '' : ` ${new URL(redirectUri).origin}`;
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': [
      "default-src 'none'",
      "base-uri 'none'",
      `form-action 'self'${target}`,
      "frame-ancestors 'none'",
      `style-src 'sha256-${styleHash}'`,
    ].join('; '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}

const style = `
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif }
body { margin: 0 auto; max-width: 26rem; padding: 2rem 1rem }
label { display: block; font-weight: 600; margin-top: 1rem }
input, button { box-sizing: border-box; font: inherit; min-height: 2.75rem; padding: 0.5rem; width: 100% }
button { cursor: pointer; margin-top: 1rem }
:focus-visible { outline: 3px solid Highlight; outline-offset: 2px }
[role=alert] { border-left: 0.5rem solid #c00; padding-left: 0.75rem }
ul { list-style: none; padding: 0 }
li button { margin-top: 0.5rem; text-align: start }
small { display: block }
`;

const styleHash = createHash('sha256').update(style).digest('base64');

function page(language: Language, title: string, content: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;
}

function peopleList(people: readonly TestPerson[], heading: string, hint: string): string {
  const items = people.map(
    ({ username, name, groups }) =>
      `<li><button name="person" value="${escapeHtml(username)}">${escapeHtml(name)}<small>${escapeHtml(groups.join(', '))}</small></button></li>`,
  );
  return `<section aria-labelledby="people">
<h2 id="people">${heading}</h2>
<p>${hint}</p>
<form method="post"><ul>
${items.join('\n')}
</ul></form>
</section>`;
}
