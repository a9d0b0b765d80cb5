import { MultiBar, Presets, type SingleBar } from 'cli-progress';

/** How far each part of the work is. */
export interface Progress {
  /** A bar with this label; returns what moves it one step on. */
  begin(label: string, total: number): () => void;
  end(): void;
}

/** Bars that move while the work is done; a line for each part where nobody watches a terminal. */
export function showProgress(): Progress {
  return process.stderr.isTTY ? bars() : lines();
}

function bars(): Progress {
  const all = new MultiBar(
    {
      format: '  {label} {bar} {value}/{total}',
      hideCursor: true,
      clearOnComplete: false,
      stream: process.stderr,
    },
    Presets.shades_classic,
  );
  return {
    begin: (label, total) => {
      const bar: SingleBar = all.create(total, 0, { label: label.padEnd(28) });
      return () => bar.increment();
    },
    end: () => all.stop(),
  };
}

function lines(): Progress {
  const unfinished = new Map<string, string>();
  return {
    begin: (label, total) => {
      let done = 0;
      return () => {
        done++;
        unfinished.set(label, `  ${label}: ${done} of ${total}`);
        if (done < total) return;
        console.error(`  ${label}: ${done}`);
        unfinished.delete(label);
      };
    },
    end: () => {
      for (const line of unfinished.values()) console.error(line);
      unfinished.clear();
    },
  };
}
