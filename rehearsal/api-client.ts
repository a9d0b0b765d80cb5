import { type SignInPages, signIn } from './sign-in.ts';

/** A request that the API refused, with its problem document. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  readonly status: number;
  readonly problem: { readonly type?: string; readonly title?: string };

  constructor(status: number, problem: ApiRefusal['problem']) {
    super(`${status} ${problem.type ?? ''} ${problem.title ?? ''}`);
    this.status = status;
    this.problem = problem;
  }
}

/** Hears every answer before whoever asked. */
export type Hearing = (request: string, response: Response) => Promise<void>;

/** The API as one signed-in person uses it; signs in anew when the token has run out. */
export class ApiClient {
  readonly #address: string;
  readonly #pages: SignInPages;
  readonly #username: string;
  readonly #heard: Hearing;
  #token: string | undefined;

  constructor(address: string, pages: SignInPages, username: string, heard: Hearing = async () => {}) {
    this.#address = address;
    this.#pages = pages;
    this.#username = username;
    this.#heard = heard;
  }

  get<Document>(path: string): Promise<Document> {
    return this.#request('GET', path);
  }

  post<Document>(path: string, body: unknown): Promise<Document> {
    return this.#request('POST', path, body);
  }

  /** A request as it is answered, refused or not. */
  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const first = await this.#send(method, path, body, headers);
    if (first.status === 401) this.#token = undefined;
    const response = first.status === 401 ? await this.#send(method, path, body, headers) : first;
    await this.#heard(`${method} ${path}`, response.clone());
    return response;
  }

  async #request<Document>(method: string, path: string, body?: unknown): Promise<Document> {
    const response = await this.send(method, path, body);
    const document = await response.json();
    if (!response.ok) throw new ApiRefusal(response.status, document as ApiRefusal['problem']);
    return document as Document;
  }

  async #send(
    method: string,
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string>>,
  ): Promise<Response> {
    this.#token ??= await signIn(this.#pages, this.#username);
    return fetch(`${this.#address}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}
