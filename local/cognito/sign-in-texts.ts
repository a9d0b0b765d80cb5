/** What a person reads on the pages of a user pool. */
interface SignInTexts {
  readonly title: string;
  readonly username: string;
  readonly email: string;
  readonly password: string;
  readonly submit: string;
  readonly wrong: string;
  readonly temporary: string;
  readonly people: string;
  readonly peopleHint: string;
  readonly problem: string;
  readonly startAgain: string;
}

/** In the order of the page's users; the last is for everybody else. */
export const languages = ['sv', 'fi', 'en'] as const;
/** A language that the pages of a pool speak. */
export type Language = (typeof languages)[number];

/** Every word of the pages, by language. */
export const signInTexts: Readonly<Record<Language, SignInTexts>> = {
  sv: {
    title: 'Logga in',
    username: 'Användarnamn',
    email: 'E-postadress',
    password: 'Lösenord',
    submit: 'Logga in',
    wrong: 'Fel användarnamn eller lösenord.',
    temporary: 'Lösenordet är tillfälligt eller har gått ut. Ett nytt måste sättas innan du kan logga in.',
    people: 'Testpersoner',
    peopleHint: 'Det här är ett lokalt moln. Välj en person, så loggas du in utan lösenord.',
    problem: 'Inloggningen gick inte',
    startAgain: 'Gå tillbaka till tjänsten och börja om.',
  },
  fi: {
    title: 'Kirjaudu sisään',
    username: 'Käyttäjätunnus',
    email: 'Sähköpostiosoite',
    password: 'Salasana',
    submit: 'Kirjaudu sisään',
    wrong: 'Käyttäjätunnus tai salasana on väärä.',
    temporary: 'Salasana on väliaikainen tai vanhentunut. Uusi on asetettava ennen kirjautumista.',
    people: 'Testihenkilöt',
    peopleHint: 'Tämä on paikallinen pilvi. Valitse henkilö, niin kirjaudut sisään ilman salasanaa.',
    problem: 'Kirjautuminen ei onnistunut',
    startAgain: 'Palaa palveluun ja aloita alusta.',
  },
  en: {
    title: 'Sign in',
    username: 'User name',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'Wrong user name or password.',
    temporary: 'The password is temporary or has expired. A new one must be set before you can sign in.',
    people: 'Test people',
    peopleHint: 'This is a local cloud. Choose a person to sign in without a password.',
    problem: 'Signing in did not work',
    startAgain: 'Go back to the service and start again.',
  },
};
