/** What gh, glab, Jira's search and az print as JSON, item by item. */
import { isMap } from "../file/change.js";
import { issueKey, type Tracker, workAddress } from "./work-address.js";
import {
  labelNames,
  nameOf,
  ownAddress,
  shortTitle,
  stateNamed,
  textOf,
  type WorkGroup,
  type WorkItem,
  type WorkState,
} from "./work-item.js";

/** What an item is not, and the next step; for the middle of a sentence. */
export class NotWork extends Error {}

type Fields = Readonly<Record<string, unknown>>;

/** The values in which lists of items stand, and what tells whether they are all. */
export const itemSections = ["", "issues", "value", "items", "workItems"] as const;

/** An item of any of the tools. Null is what has no place there: a draft of a project, a work item that was not found. */
export function itemFromJson(value: unknown): WorkItem | null {
  if (value === null) return null;
  const item = fieldsOf(value);
  if (!item) throw new NotWork("not a list of issues");
  const inner = fieldsOf(item.fields);
  if (inner && Object.keys(inner).some((name) => name.startsWith("System."))) return fromAzure(item, inner);
  if (textOf(item.key) && issueKey.test(String(item.key))) return fromJira(item, inner);
  if (fieldsOf(item.content)) return fromProject(item, fieldsOf(item.content) ?? {});
  if (item.iid !== undefined) return fromGitLab(item);
  if (item.number !== undefined) return fromGitHub(item);
  const address = textOf(item.url) ?? textOf(item.self) ?? "";
  if (/_apis\/wit\/workitems\//i.test(address))
    throw new NotWork(
      "ids of work items, without what they say; `az boards query` gives more, with [System.Title] and [System.State] in its SELECT",
    );
  if (/\/rest\/api\/\w+\/issue\//.test(address) || (item.id !== undefined && Object.keys(item).length <= 2))
    throw new NotWork(
      "ids of issues, without what they say; ask Jira for `fields=summary,status,issuetype,labels,parent,project`",
    );
  if (textOf(item.title) || textOf(item.url))
    throw new NotWork(
      "issues without their numbers; ask for `gh issue list --json number,title,state,labels,url,milestone`",
    );
  throw new NotWork("JSON that is not one of gh, glab, Jira or az");
}

function fromGitHub(item: Fields): WorkItem {
  const address = ownAddress("github", item.html_url) ?? ownAddress("github", item.url);
  if (!address)
    throw new NotWork(
      "issues without `url`, by which they are found; ask for `gh issue list --json number,title,state,labels,url,milestone`",
    );
  const milestone = fieldsOf(item.milestone);
  const repository = address.id.replace(/#\d+$/, "");
  const said = listOf(item.projectItems).map((each) => stateNamed(fieldsOf(fieldsOf(each)?.status)?.name));
  const closed = /^(?:closed|merged)$/i.test(String(item.state));
  return {
    system: "github",
    kind: workKind(
      address.kind === "pull request" || fieldsOf(item.pull_request)
        ? "pull"
        : typeOf(item.issueType ?? item.type),
    ),
    site: address.site,
    id: address.id,
    url: textOf(item.html_url) ?? textOf(item.url) ?? null,
    title: shortTitle(item.title),
    state: closed ? "done" : (said.find((state) => state === "doing" || state === "todo") ?? "open"),
    labels: labelNames(listOf(item.labels).map((label) => fieldsOf(label)?.name ?? label)),
    parent: groupAt(
      "github",
      fieldsOf(item.parent)?.url ?? item.parent_issue_url,
      fieldsOf(item.parent)?.title,
    ),
    project: milestone ? { id: `${repository} ${milestone.number}`, name: nameOf(milestone.title) } : null,
  };
}

/** An item of `gh project item-list --format json`: its state is the column of the board. */
function fromProject(item: Fields, content: Fields): WorkItem | null {
  if (content.type === "DraftIssue") return null;
  const address = ownAddress("github", content.url);
  if (!address) throw new NotWork("items of a project without `content.url`; gh of 2023 and later writes it");
  return {
    system: "github",
    kind: address.kind === "pull request" ? "pull request" : "issue",
    site: address.site,
    id: address.id,
    url: textOf(content.url) ?? null,
    title: shortTitle(content.title ?? item.title),
    state: stateNamed(item.status),
    labels: labelNames(listOf(item.labels)),
    parent: groupAt("github", fieldsOf(item["parent issue"])?.url ?? item["parent issue"], undefined),
    project: fieldsOf(item.milestone)?.title
      ? { id: null, name: nameOf(fieldsOf(item.milestone)?.title) }
      : null,
  };
}

function fromGitLab(item: Fields): WorkItem {
  const address = ownAddress("gitlab", item.web_url);
  if (!address) throw new NotWork("issues without `web_url`; ask for `glab issue list --all --output json`");
  const epic = fieldsOf(item.epic);
  const milestone = fieldsOf(item.milestone);
  const group = ownAddress("gitlab", milestone?.web_url);
  return {
    system: "gitlab",
    kind:
      address.kind === "pull request" || address.kind === "epic"
        ? address.kind
        : workKind(String(item.issue_type ?? "")),
    site: address.site,
    id: address.id,
    url: textOf(item.web_url) ?? null,
    title: shortTitle(item.title),
    state: /^(?:closed|merged|locked)$/.test(String(item.state)) ? "done" : "open",
    labels: labelNames(listOf(item.labels).map((label) => fieldsOf(label)?.name ?? label)),
    parent: epic ? groupAt("gitlab", fullAddress(epic.url, address.site), epic.title) : null,
    project: milestone ? { id: group?.id ?? null, name: nameOf(milestone.title) } : null,
  };
}

/** GitLab tells the address of an epic without its server. */
function fullAddress(url: unknown, site: string | null): unknown {
  return typeof url === "string" && url.startsWith("/") && site ? `https://${site}${url}` : url;
}

const categories: Readonly<Record<string, WorkState>> = { new: "todo", indeterminate: "doing", done: "done" };

function fromJira(item: Fields, fields: Fields | undefined): WorkItem {
  if (!fields || fieldsOf(fields.status) === undefined)
    throw new NotWork(
      "issues without `status`; ask Jira for `fields=summary,status,issuetype,labels,parent,project`",
    );
  const id = String(item.key).toUpperCase();
  const status = fieldsOf(fields.status) ?? {};
  const type = fieldsOf(fields.issuetype) ?? {};
  const parent = fieldsOf(fields.parent);
  const project = fieldsOf(fields.project);
  const base = jiraBase(item.self);
  // Jira of one's own keeps the epic in a field with a number of its own; that of the cloud is usually this one.
  const epic = [fields.customfield_10014, fields.customfield_10008].find(
    (each) => typeof each === "string" && issueKey.test(each),
  );
  const above = textOf(parent?.key) ?? textOf(epic);
  return {
    system: "jira",
    kind: Number(type.hierarchyLevel) >= 1 ? "epic" : workKind(String(type.name ?? "")),
    site: base && new URL(base).host.toLowerCase(),
    id,
    url: base && `${base}/browse/${id}`,
    title: shortTitle(fields.summary),
    state: categories[String(fieldsOf(status.statusCategory)?.key)] ?? stateNamed(status.name),
    labels: labelNames(listOf(fields.labels)),
    parent: above
      ? {
          id: above.toUpperCase(),
          name: nameOf(fieldsOf(parent?.fields)?.summary) || above,
          ...(base && { url: `${base}/browse/${above.toUpperCase()}` }),
        }
      : null,
    project: project ? { id: textOf(project.key) ?? null, name: nameOf(project.name) } : null,
  };
}

function fromAzure(item: Fields, fields: Fields): WorkItem {
  const number = fields["System.Id"] ?? item.id;
  if (!Number.isSafeInteger(number)) throw new NotWork("work items without `id`");
  if (!textOf(fields["System.State"]))
    throw new NotWork("work items without `System.State`; put [System.State] into the SELECT of the query");
  const address = ownAddress("azure", item.url);
  const type = String(fields["System.WorkItemType"] ?? "");
  const parent = Number.isSafeInteger(fields["System.Parent"]) ? `#${fields["System.Parent"]}` : null;
  return {
    system: "azure",
    kind: workKind(type),
    site: address?.site ?? null,
    id: `#${number}`,
    url: textOf(fieldsOf(fieldsOf(item._links)?.html)?.href) ?? webAddress(item.url, number),
    title: shortTitle(fields["System.Title"]),
    state: azureState(fields["System.State"]),
    labels: labelNames((textOf(fields["System.Tags"]) ?? "").split(";").slice(0, 100)),
    parent: parent ? { id: parent, name: parent } : null,
    project: textOf(fields["System.TeamProject"])
      ? { id: null, name: nameOf(fields["System.TeamProject"]) }
      : null,
  };
}

/** What is resolved still waits for somebody who verifies it. */
export function azureState(name: unknown): WorkState {
  return /^\s*resolved\s*$/i.test(String(name)) ? "doing" : stateNamed(name);
}

/** The page of a work item, from the address that programs ask. */
function webAddress(url: unknown, number: unknown): string | null {
  const [, start] = /^(https?:\/\/[^?#]{1,500})\/_apis\/wit\/workitems\/\d+/i.exec(String(url)) ?? [];
  // An id stands there for the project, which a page does without.
  return start ? `${start.replace(/\/[0-9a-f]{8}-[0-9a-f-]{27}$/i, "")}/_workitems/edit/${number}` : null;
}

/** Where a Jira is, from the address that programs ask; the gateway of those that log in does not tell. */
function jiraBase(url: unknown): string | null {
  const [, base = ""] = /^(https?:\/\/[^?#]{1,500}?)\/rest\/(?:api|agile)\//.exec(String(url)) ?? [];
  return URL.canParse(base) && !base.includes("//api.atlassian.com/") ? base : null;
}

function groupAt(system: Tracker, url: unknown, title: unknown): WorkGroup | null {
  const text = typeof url === "string" ? url.replace(/\/\/api\.github\.com\/repos\//, "//github.com/") : "";
  const address = workAddress(text);
  const id = address?.system === system ? address.id : null;
  const name = nameOf(title) || id;
  return name ? { id, name, ...(id && { url: text }) } : null;
}

function typeOf(type: unknown): string {
  return String(fieldsOf(type)?.name ?? type ?? "");
}

/** What people call an epic in one of the tools. */
export function workKind(type: string): WorkItem["kind"] {
  if (type === "pull") return "pull request";
  return /^(?:epic|initiative|theme|feature|capability|objective)s?$/i.test(type.trim()) ? "epic" : "issue";
}

function fieldsOf(value: unknown): Fields | undefined {
  return isMap(value) ? value : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, 1000) : [];
}
