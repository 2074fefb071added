/** Addresses of trackers, each in the spellings that people paste. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { workAddress } from "../../src/work/work-address.js";
import { keysAsked, workLink } from "../../src/work/work-links.js";

/** An address in short: `github issue acme/web#12 github.com`. */
function inShort(text: string): string {
  const address = workAddress(text);
  return address ? [address.system, address.kind, address.id, address.site ?? "–"].join(" | ") : "none";
}

const same: Record<string, string[]> = {
  "github | issue | acme/web#12 | github.com": [
    "https://github.com/acme/web/issues/12",
    "https://www.github.com/Acme/Web/issues/12?foo=1#issuecomment-99",
    "  http://github.com/acme/web/issues/12/ ",
  ],
  "github | pull request | acme/web#12 | ghe.acme.example": [
    "https://ghe.acme.example/acme/web/pull/12",
    "https://ghe.acme.example/acme/web/pull/12/files",
  ],
  "github | milestone | acme/web 4 | github.com": ["https://github.com/acme/web/milestone/4"],
  "github | label | acme/web good first issue | github.com": [
    "https://github.com/acme/web/labels/Good%20first%20issue",
  ],
  "github | project | acme 7 | github.com": [
    "https://github.com/orgs/acme/projects/7",
    "https://github.com/orgs/Acme/projects/7/views/2?pane=issue",
    "https://github.com/users/acme/projects/7",
  ],
  "gitlab | issue | apps/mobile/web#12 | git.acme.example": [
    "https://git.acme.example/apps/mobile/web/-/issues/12",
    "https://git.acme.example/apps/mobile/web/-/work_items/12",
    "https://git.acme.example/Apps/mobile/web/-/issues/incident/12",
  ],
  "gitlab | issue | acme/web#12 | gitlab.com": ["https://gitlab.com/acme/web/issues/12"],
  "gitlab | pull request | acme/web!12 | gitlab.com": [
    "https://gitlab.com/acme/web/-/merge_requests/12/diffs",
    "https://gitlab.com/acme/web/merge_requests/12",
  ],
  "gitlab | epic | apps/mobile&5 | gitlab.com": [
    "https://gitlab.com/groups/apps/mobile/-/epics/5",
    "https://gitlab.com/groups/apps/mobile/-/work_items/5",
  ],
  "gitlab | milestone | acme/web%4 | gitlab.com": ["https://gitlab.com/acme/web/-/milestones/4#tab-issues"],
  "gitlab | label | acme/web workflow::in dev | gitlab.com": [
    "https://gitlab.com/acme/web/-/issues?label_name%5B%5D=workflow%3A%3AIn+dev",
  ],
  "jira | issue | ENG-12 | acme.atlassian.net": [
    "https://acme.atlassian.net/browse/ENG-12",
    "https://acme.atlassian.net/browse/eng-12?focusedCommentId=1",
    "https://acme.atlassian.net/jira/software/projects/ENG/boards/3?selectedIssue=ENG-12",
    "https://acme.atlassian.net/jira/software/c/projects/ENG/issues/ENG-12",
  ],
  "jira | issue | ENG-12 | tickets.acme.example": [
    "https://tickets.acme.example/jira/browse/ENG-12",
    "https://tickets.acme.example/browse/ENG-12",
    "https://tickets.acme.example/projects/ENG/issues/ENG-12",
  ],
  "jira | project | ENG | acme.atlassian.net": [
    "https://acme.atlassian.net/browse/ENG",
    "https://acme.atlassian.net/jira/software/projects/ENG/boards/3",
  ],
  "linear | issue | ENG-12 | –": [
    "https://linear.app/acme/issue/ENG-12",
    "https://linear.app/acme/issue/ENG-12/show-times-on-cards",
  ],
  "linear | project | weekday-recipes | –": [
    "https://linear.app/acme/project/weekday-recipes-1a2b3c4d5e6f",
    "https://linear.app/acme/project/weekday-recipes-1a2b3c4d5e6f/overview",
  ],
  "azure | issue | #12 | dev.azure.com/acme": [
    "https://dev.azure.com/acme/Web%20shop/_workitems/edit/12",
    "https://dev.azure.com/Acme/_workitems/edit/12",
    "https://acme.visualstudio.com/Web/_workitems/edit/12",
    "https://dev.azure.com/acme/Web/_boards/board/t/Team/Stories/?workitem=12",
    "https://dev.azure.com/acme/Web/_workitems?id=12&_a=edit",
    "https://dev.azure.com/acme/5d1c2b3a-0000-4000-8000-000000000001/_apis/wit/workItems/12",
  ],
  "azure | issue | #12 | tfs.acme.example/tfs/kitchen": [
    "https://tfs.acme.example/tfs/Kitchen/Web/_workitems/edit/12",
    "https://tfs.acme.example/tfs/Kitchen/_apis/wit/workItems/12",
  ],
  "azure | pull request | web!12 | dev.azure.com/acme": [
    "https://dev.azure.com/acme/Shop/_git/web/pullrequest/12",
  ],
  none: [
    "https://github.com/acme/web",
    "https://github.com/acme/web/issues",
    "https://github.com/acme/web/issues/012",
    "https://github.com/acme/web/issue/12",
    "https://linear.app/acme/view/12",
    "https://example.com/12",
    "https://example.com/browse/",
    "https://dev.azure.com/acme/Web/_wiki/wikis/12",
    "ENG-12",
    "javascript:alert(1)",
    "https://[",
    "",
  ],
};

describe.each(Object.entries(same))("%s", (expected, addresses) => {
  test.each(addresses)("%s", (address) => {
    expect(inShort(address)).toBe(expected);
  });
});

test("any text and any path is taken in its stride", () => {
  const path = fc.array(
    fc.constantFrom(
      "-",
      "issues",
      "browse",
      "ENG-12",
      "_workitems",
      "edit",
      "12",
      "groups",
      "%E0%A4%A",
      "projects",
      "🍲",
    ),
    { maxLength: 9 },
  );
  fc.assert(
    fc.property(
      fc.constantFrom("github.com", "linear.app", "dev.azure.com", "a.visualstudio.com", "x.y"),
      path,
      (host, parts) => {
        const link = workLink(`https://${host}/${parts.join("/")}`);
        if (link) expect(keysAsked(link).length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 300 },
  );
  fc.assert(fc.property(fc.string(), (text) => void workLink(text)));
  expect(workLink(`https://github.com/${"a".repeat(1_000_000)}/b/issues/1`)).toBeUndefined();
});

test("a name may stand in place of an address", () => {
  expect(workLink("label: growth ")).toEqual({ by: "label", name: "growth" });
  expect(workLink("EPIC:ENG-4")).toEqual({ by: "epic", name: "ENG-4" });
  expect(workLink("label:")).toBeUndefined();
  expect(workLink("labels:growth")).toBeUndefined();
});
