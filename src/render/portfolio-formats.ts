/** The index of several North Stars, and in which formats it is made. */
export const portfolioFormats = {
  summary: "an index of several North Stars",
  formats: {
    md: async () => (await import("./portfolio.js")).portfolio,
    html: async () => (await import("./portfolio-html.js")).portfolioPage,
    pptx: async () => (await import("./deck/portfolio-slides.js")).portfolioSlides,
  },
} as const;
