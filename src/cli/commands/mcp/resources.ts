/** What an agent can read. */
import { type McpServer, ResourceNotFoundError, ResourceTemplate } from "@modelcontextprotocol/server";
import type { RenderData } from "../../../render/view-model.js";
import type { Asked } from "./asked-star.js";

/** How explanations are laid out. */
const look = { color: false, width: 100 };

/** Documents of the North Star that are resources. */
const documents: readonly {
  name: string;
  title: string;
  description: string;
  load(): Promise<(data: RenderData) => string>;
}[] = [
  {
    name: "star",
    title: "The North Star in few words",
    description: "Metric, Inputs, bets under way, limits, what is out: under 600 words.",
    load: async () => (await import("../../../render/context.js")).briefing,
  },
  {
    name: "tree",
    title: "The tree",
    description: "Results, metric, Inputs, opportunities and interventions, and what drives what.",
    load: async () => (await import("../../../render/tree.js")).treeDocument,
  },
  {
    name: "board",
    title: "The board",
    description: "Opportunities and interventions by stage and Input, with limits and reviews.",
    load: async () => (await import("../../../render/board.js")).board,
  },
];

/** Registers the resources. They are read from the file whenever they are asked for. */
export function addResources(server: McpServer, asked: Asked): void {
  for (const { name, title, description, load } of documents)
    server.registerResource(
      name,
      `northstar://${name}`,
      { title, description, mimeType: "text/markdown" },
      async (uri) => {
        const { askedStar } = await import("./asked-star.js");
        const { data } = await askedStar(asked);
        const text = (await load())(data);
        return { contents: [{ uri: uri.href, mimeType: "text/markdown", text }] };
      },
    );

  server.registerResource(
    "file",
    "northstar://file",
    {
      title: "The North Star file",
      description: "The text of northstar.yaml as it is, comments and all.",
      mimeType: "application/yaml",
    },
    async (uri) => {
      const { askedFile } = await import("./asked-star.js");
      const { openText } = await import("../../host/read-file.js");
      const { file } = await askedFile(asked);
      const { text } = openText(asked.world, file);
      return { contents: [{ uri: uri.href, mimeType: "application/yaml", text }] };
    },
  );

  server.registerResource(
    "rules",
    "northstar://rules",
    {
      title: "All rules and terms",
      description: "What can be explained: rules by point of the checklist, and terms of the playbook.",
      mimeType: "text/plain",
    },
    async (uri) => {
      const { explanations } = await import("../shared/explanations.js");
      return { contents: [{ uri: uri.href, mimeType: "text/plain", text: explanations(look) }] };
    },
  );

  server.registerResource(
    "rule",
    new ResourceTemplate("northstar://rules/{id}", {
      list: undefined,
      complete: {
        id: async (start) => {
          const { explained } = await import("../shared/explanations.js");
          return explained.filter((id) => id.startsWith(start.toLowerCase())).slice(0, 100);
        },
      },
    }),
    {
      title: "A rule or a term",
      description:
        "What a rule finds and why it matters, with a bad and a good example; or what a term means.",
      mimeType: "text/plain",
    },
    async (uri, { id }) => {
      const { explained, pagesOf } = await import("../shared/explanations.js");
      const known = explained.find((each) => each === String(id));
      if (known === undefined)
        throw new ResourceNotFoundError(uri.href, "There is no such rule; northstar://rules lists them");
      return { contents: [{ uri: uri.href, mimeType: "text/plain", text: pagesOf([known], look) }] };
    },
  );
}
