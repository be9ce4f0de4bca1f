// A story's file while it arrives.

export class StoryFile {
  readonly #pieces: Uint8Array[] = [];
  #ended = false;
  #failure: unknown;
  #news: (() => void)[] = [];

  constructor({ body }: Response) {
    void this.#read(body?.getReader());
  }

  /** Whether all of it is there. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Whether the network broke off. */
  get failed(): boolean {
    return this.#failure !== undefined;
  }

  /** Its pieces from the first on, each as soon as it is there; throws where the network does. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (let i = 0; ; ++i) {
      while (i === this.#pieces.length && !this.#ended) await new Promise<void>((wake) => this.#news.push(wake));
      if (i < this.#pieces.length) yield this.#pieces[i]!;
      else if (this.#failure) throw this.#failure;
      else return;
    }
  }

  /** All of it; undefined as soon as it is larger than `most` bytes. */
  async whole(most = Infinity): Promise<Uint8Array | undefined> {
    let size = 0;
    for await (const piece of this) {
      size += piece.length;
      if (size > most) return undefined;
    }
    return new Uint8Array(await new Blob(this.#pieces as BlobPart[]).arrayBuffer());
  }

  /** Its first so many bytes, which are there. */
  async head(size: number): Promise<Uint8Array> {
    return new Uint8Array(await new Blob(this.#pieces as BlobPart[]).slice(0, size).arrayBuffer());
  }

  async #read(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<void> {
    try {
      for (let next = await reader?.read(); next && !next.done; next = await reader!.read()) {
        this.#pieces.push(next.value);
        this.#tell();
      }
    } catch (error) {
      this.#failure = error;
    }
    this.#ended = true;
    this.#tell();
  }

  #tell(): void {
    for (const wake of this.#news.splice(0)) wake();
  }
}
