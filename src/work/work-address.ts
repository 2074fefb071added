/** What an address of GitHub, GitLab, Jira, Linear or Azure DevOps leads to, in the cloud or on a team's own server. */
import { slug } from "../file/northstar.js";

export type Tracker = "github" | "gitlab" | "jira" | "linear" | "azure";

/** How each tool writes its name. */
export const trackerNames: Readonly<Record<Tracker, string>> = {
  github: "GitHub",
  gitlab: "GitLab",
  jira: "Jira",
  linear: "Linear",
  azure: "Azure DevOps",
};

/** Something in a tool, in one spelling whatever the address looked like. */
export interface WorkAddress {
  system: Tracker;
  kind: "issue" | "pull request" | "epic" | "milestone" | "label" | "project";
  /** The server, of Azure with the organization; null where it is not told. */
  site: string | null;
  /** `acme/web#12`, `ENG-12`: what people call it. GitLab's merge requests have a `!`, its epics a `&`. */
  id: string;
}

/** How long an address may be that is looked into. */
const longest = 2000;

/** What an address leads to; undefined where it is none of a tool that is known. */
export function workAddress(text: string): WorkAddress | undefined {
  const trimmed = text.trim();
  if (trimmed.length > longest || !/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return undefined;
  const url = new URL(trimmed);
  const host = url.host.toLowerCase().replace(/^www\./, "");
  const parts = url.pathname.split("/").filter(Boolean).map(decoded);
  const place = { host, parts, query: url.searchParams };
  return onLinear(place) ?? onAzure(place) ?? onJira(place) ?? onGitLab(place) ?? onGitHub(place);
}

interface Place {
  host: string;
  /** The path, piece by piece. */
  parts: readonly string[];
  query: URLSearchParams;
}

/** A key of Jira or Linear: `ENG-12`. */
export const issueKey = /^[A-Za-z][A-Za-z0-9_]{0,30}-[1-9]\d{0,9}$/;
const number = /^[1-9]\d{0,14}$/;

function onLinear({ host, parts: [, what, name = ""] }: Place): WorkAddress | undefined {
  if (host !== "linear.app") return undefined;
  if (what === "issue" && issueKey.test(name))
    return { system: "linear", kind: "issue", site: null, id: name.toUpperCase() };
  if (what === "project") return { system: "linear", kind: "project", site: null, id: linearProject(name) };
  return undefined;
}

/** The slug of a project's name: in an address, a piece of its id stands behind it. */
export function linearProject(name: string): string {
  return slug(name.replace(/-[0-9a-f]{12}$/, ""));
}

function onAzure({ host, parts, query }: Place): WorkAddress | undefined {
  const at = parts.findIndex((part) =>
    /^_(?:workitems|apis|boards|backlogs|sprints|queries|git)$/i.test(part),
  );
  if (at < 0) return undefined;
  const [area = "", ...rest] = parts.slice(at).map((part) => part.toLowerCase());
  const site = azureSite(host, parts.slice(0, at), area);
  const item =
    rest[0] === "edit" ? rest[1] : rest[0] === "wit" && rest[1] === "workitems" ? rest[2] : undefined;
  const id = [item, query.get("workitem") ?? query.get("id")].find((each) => each && number.test(each));
  if (id && area !== "_git") return { system: "azure", kind: "issue", site, id: `#${id}` };
  const [repository = "", pull, nth = ""] = rest;
  if (area === "_git" && pull === "pullrequest" && number.test(nth))
    return { system: "azure", kind: "pull request", site, id: `${repository}!${nth}` };
  return undefined;
}

/** The server with the organization or collection: ids of work items count within it, whatever the project. */
function azureSite(host: string, before: readonly string[], area: string): string {
  const cloud = /^(.+)\.visualstudio\.com$/.exec(host);
  if (cloud) return `dev.azure.com/${cloud[1]}`;
  const folders = before.map((part) => part.toLowerCase());
  if (host === "dev.azure.com") return `${host}/${folders[0] ?? ""}`;
  // On a server of one's own: /tfs/Collection/Project; the project may be left out of what programs ask.
  const collection = folders[0] === "tfs" ? 2 : 1;
  return [
    host,
    ...folders.slice(0, area === "_apis" ? collection : Math.min(collection, folders.length)),
  ].join("/");
}

function onJira({ host, parts, query }: Place): WorkAddress | undefined {
  const selected = query.get("selectedIssue") ?? "";
  const at = parts.indexOf("browse");
  const name = parts[at + 1] ?? "";
  const last = parts.at(-1) ?? "";
  const of = (kind: "issue" | "project", id: string): WorkAddress => ({
    system: "jira",
    kind,
    site: host,
    id: id.toUpperCase(),
  });
  if (issueKey.test(selected)) return of("issue", selected);
  if (at >= 0 && at < 3 && issueKey.test(name)) return of("issue", name);
  if (at >= 0 && at < 3 && projectKey.test(name)) return of("project", name);
  if (/^(?:issue|workitem)s?$/i.test(parts.at(-2) ?? "") && parts.includes("projects") && issueKey.test(last))
    return of("issue", last);
  const project = parts[parts.indexOf("projects") + 1] ?? "";
  const isJira = host.endsWith(".atlassian.net") || parts[0] === "jira";
  return isJira && parts.includes("projects") && projectKey.test(project)
    ? of("project", project)
    : undefined;
}

const projectKey = /^[A-Z][A-Z0-9_]{1,30}$/;

function onGitLab({ host, parts, query }: Place): WorkAddress | undefined {
  const dash = parts.indexOf("-");
  const isOld = dash < 0 && (/(?:^|\.)gitlab\./.test(host) || parts.includes("merge_requests"));
  const at =
    dash >= 0
      ? dash
      : isOld
        ? parts.findIndex((part) => /^(?:issues|merge_requests|milestones)$/.test(part))
        : -1;
  if (at < 1) return undefined;
  const isGroup = parts[0] === "groups";
  const path = parts
    .slice(isGroup ? 1 : 0, at)
    .join("/")
    .toLowerCase();
  const [what = "", first = "", second = ""] = parts.slice(dash >= 0 ? at + 1 : at);
  const nth = number.test(first) ? first : second;
  const of = (kind: WorkAddress["kind"], id: string): WorkAddress => ({
    system: "gitlab",
    kind,
    site: host,
    id,
  });
  const label = query.get("label_name[]") ?? query.get("label_name");
  if (what === "issues" && label) return of("label", `${path} ${label.toLowerCase()}`);
  if (!number.test(nth)) return undefined;
  if (isGroup && (what === "epics" || what === "work_items")) return of("epic", `${path}&${nth}`);
  if (what === "issues" || what === "work_items") return of("issue", `${path}#${nth}`);
  if (what === "merge_requests") return of("pull request", `${path}!${nth}`);
  if (what === "milestones") return of("milestone", `${path}%${nth}`);
  return undefined;
}

function onGitHub({ host, parts }: Place): WorkAddress | undefined {
  const [owner = "", repository = "", what = "", name = ""] = parts;
  const path = `${owner}/${repository}`.toLowerCase();
  const of = (kind: WorkAddress["kind"], id: string): WorkAddress => ({
    system: "github",
    kind,
    site: host,
    id,
  });
  if ((owner === "orgs" || owner === "users") && what === "projects" && number.test(name))
    return of("project", `${repository.toLowerCase()} ${name}`);
  if (number.test(name)) {
    if (what === "issues") return of("issue", `${path}#${name}`);
    if (what === "pull") return of("pull request", `${path}#${name}`);
    if (what === "milestone") return of("milestone", `${path} ${name}`);
  }
  return what === "labels" && name ? of("label", `${path} ${name.toLowerCase()}`) : undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
