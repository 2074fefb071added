import about from "../../../package.json" with { type: "json" };

/** northstar's own version. */
export const { version } = about;
