/** The engine in its worker, as the page asks it. */
import type { Answered, Answers, Question, Ready } from "./messages.js";

export interface Engine {
  /** Rejects where the engine failed at it. */
  ask<One extends Question>(question: One): Promise<Answers[One["ask"]]>;
}

interface Waiting {
  resolve(answer: Answers[keyof Answers]): void;
  reject(error: Error): void;
}

/** Starts the engine from its text, since a page that was opened from a file may load no other; `stopped` is told its end. */
export function startEngine(text: string, stopped: (why: string) => void): Engine {
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const worker = new Worker(address);
  const waiting = new Map<number, Waiting>();
  let count = 0;
  worker.onmessage = ({ data }: MessageEvent<Answered | Ready>) => {
    if ("isReady" in data) {
      URL.revokeObjectURL(address);
      return;
    }
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ("failed" in data) asked?.reject(new Error(data.failed));
    else asked?.resolve(data.answer);
  };
  worker.onerror = ({ message = "this browser, or a policy of the server, does not let it start" }) => {
    stopped(message);
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };
  return {
    ask<One extends Question>(question: One) {
      const id = ++count;
      return new Promise<Answers[One["ask"]]>((resolve, reject) => {
        waiting.set(id, { resolve: resolve as Waiting["resolve"], reject });
        worker.postMessage({ id, ...question });
      });
    },
  };
}
