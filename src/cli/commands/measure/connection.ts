/** Where a query runs: addresses are in the environment only, and what is said holds nothing of them. */
import { backticked, joinWords } from "../../../file/message-text.js";
import { withoutPasswords } from "../../../file/passwords.js";
import type { Dialect } from "../../../series/query.js";
import { Failure } from "../../host/exit.js";
import type { World } from "../../host/world.js";

/** A place to ask, by its name in the file. */
export interface Connection {
  name: string;
  dialect: Exclude<Dialect, "duckdb">;
  address: string;
}

const schemes: Readonly<Record<string, Connection["dialect"]>> = {
  postgres: "postgres",
  postgresql: "postgres",
  redshift: "postgres",
  clickhouse: "clickhouse",
  clickhouses: "clickhouse",
  http: "clickhouse",
  https: "clickhouse",
};

/** The connection with a name. Without an address that can be asked it is a {@link Failure} that shows none of it. */
export function connectionNamed({ env }: Pick<World, "env">, name: string): Connection {
  const variable = `NORTHSTAR_CONN_${name.toUpperCase().replaceAll("-", "_")}`;
  const address = env[variable]?.trim();
  if (!address)
    throw new Failure(
      `the address of ${backticked(name)} is not known; put it into the environment variable ${variable}, such as postgres://reader@db.example.org/shop`,
    );
  const [, scheme = ""] = /^(\w+):\/\//.exec(address) ?? [];
  const dialect = Object.hasOwn(schemes, scheme.toLowerCase()) ? schemes[scheme.toLowerCase()] : undefined;
  if (!dialect || !URL.canParse(address.replace(/^\w+:/, "http:")))
    throw new Failure(
      `${variable} is no address that can be asked; it begins with ${joinWords(["postgres://", "redshift://", "clickhouse://", "clickhouses://", "http://", "https://"], "or")}. The answer of any other warehouse comes by northstar measure --import`,
    );
  return { name, dialect, address };
}

/** A text without the address, its host, its password and its user's name. */
export function withoutAddress(text: string, { address, name }: Connection): string {
  const { username, password, host, hostname } = new URL(address.replace(/^\w+:/, "http:"));
  const secrets = [address, password, decoded(password), username, decoded(username), host, hostname].filter(
    (each) => each.length > 2,
  );
  const shown = secrets.reduce((line, secret) => line.replaceAll(secret, "…"), text);
  // A password of a letter or two cannot be told from other letters, so nothing is told.
  if (password !== "" && decoded(password).length < 3 && text.includes(decoded(password)))
    return `no answer could be had from ${backticked(name)}`;
  return withoutPasswords(shown);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
