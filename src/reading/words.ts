/**
 * The words that readings know, in groups with a reason. Each word stands for all its forms (share: shares,
 * shared, sharing); several words are a phrase. Rules never look for words: they ask the reading.
 */

interface Group {
  /** Why these words say something about a metric. */
  reason: string;
  words: readonly string[];
}

const list = (text: string) => text.replace(/\s+/g, " ").split(", ");

const group = (reason: string, words: string): Group => ({ reason, words: list(words) });

export const words = {
  audience: group(
    "People and organizations who may get value. To count them says nothing until it is said what they do (chapter 2).",
    `account, address, advertiser, adviser, agent, analyst, applicant, attendee, audience, author, beginner,
    beneficiary, business, buyer, caller, cardholder, child, citizen, client, clinic, coach, colleague,
    company, contact, contractor, cook, couple, courier, creator, customer, cyclist, developer, donor,
    driver, employee, employer, engineer, family, farmer, father, freelancer, graduate, guest, hobbyist,
    holder, home, homeowner, host, household, landlord, lawyer, learner, listener, maintainer, manager,
    member, merchant, mother, neighbour, newcomer, nurse, owner, parent, partner, passenger, patient, payer,
    person, pilot, planner, player, podcaster, policyholder, prospect, pupil, reader, resident, responder,
    restaurant, reviewer, runner, saver, school, seller, shop, shopper, sponsor, stakeholder, store,
    streamer, student, subscriber, swimmer, team, tenant, traveller, user, viewer, visitor, volunteer,
    worker, workspace`,
  ),
  value: group(
    "Acts in which a customer gets or gives value: the exchange that a North Star counts (chapters 2 and 5).",
    `accept, answer, apply, avoid, book, build, buy, catch, charge, close, collect, comment, complete,
    consume, cook, create, debug, decide, deliver, deploy, deposit, design, discuss, edit, fill, finish,
    hear, help, hire, import, invite, join, meet, merge, message, order, pass, pay, plan, play, post,
    publish, query, reach, read, receive, recommend, review, run, save, sell, send, share, shop, sleep,
    solve, stream, swap, take, test, trade, train, treat, turn up, upload, validate, vote, walk, watch,
    write`,
  ),
  presence: group(
    "Mere presence: being there is not yet getting anything out of it (chapter 2, vanity metrics).",
    `access, active, arrive, assigned a seat, browse, click, come back, create an account, display, download,
    engage, enter, hand out, hit, hover, install, issue, land, launch, load, log on, logged in, login,
    online, open, ping, provision, reach by our, register, return, scroll, see, show, sign up, signed in,
    star, stay in, stay on, subscribe, swipe, switch on, tap, turn on, usage, use, view, visit`,
  ),
  exposure: group(
    "What vanity metrics count, exposure and arrival: they rise with promotion and say nothing of value (chapter 2). A team's own words for it are `vanity` in the configuration.",
    `ad, advert, app open, awareness, banner, click, dau, download, engagement, fan, follower, footfall,
    fork, hit, image pull, impression, install, installation, interaction, launch, like, log in, login, mau,
    mention, newsletter subscriber, notification, page, pageview, registration, session, sign up, star,
    swipe, tap, traffic, view, visit, wau`,
  ),
  start: group(
    "Beginnings: what is begun need not come to anything, and a rise can hide that little is finished.",
    `activate, apply for, attempt, begin, enroll, initiate, put up, request, start`,
  ),
  stay: group(
    "Staying or leaving: an outcome of value that comes late and is hard to move (chapter 2, leading and lagging).",
    `cancel, convert, downgrade, lapse, leave, lose, pay us, renew, stay, still with, unsubscribe, upgrade`,
  ),
  funnel: group(
    "Steps of the company's own selling and marketing: value for the seller, not yet for the customer.",
    `campaign, deal, demo, demo request, lead, marketing qualified lead, opportunity created, pipeline, quote
    sent, sales pipeline, sql, trial, trial start, upsell`,
  ),
  output: group(
    "What the company does or makes: busy is not the same as useful (chapter 2, story points; chapter 5, the feature factory).",
    `b test, commit, deploy, deployment, experiment, feature, pull request, release, roadmap item,
    test coverage, uptime, utilisation, velocity`,
  ),
  money: group(
    "Money of the business: a result that tells what already happened (chapter 2: revenue and ARPU are lagging).",
    `aov, arppu, arpu, arr, asset under management, aum, basket size, basket value, billing, booking fee,
    booking value, burn rate, cash, cash flow, commission, contract value, cost, deposit balance, deposit
    hold, dollar, earning, ebitda, euro, expense, fee charge, fee collect, fee earn, gmv, gross booking,
    gross merchandise value, gross written premium, income, lifetime value, loan book, ltv, margin, market
    value, money, mrr, nrr, order value, payback, premium written, profit, profitability, revenue, revpar,
    roi, runway, sale volume, shareholder value, spending, take rate, tpv, turnover, valuation, value of all
    good, wallet share`,
  ),
  result: group(
    "Results of the business other than money: late echoes of value (chapter 1, results and value).",
    `attrition, cancellation, ces, churn, conversion to paid, csat, customer base, customer lifetime,
    customer tenure, g2 rating, licence in use, loyalty, market share, new logo, nps, paid conversion, pay
    customer, pay member, pay seat, pay subscriber, pay team, pay user, policy in force, promoter score,
    renewal, retention, review score, satisfaction, satisfaction score, store rating, subscription, win
    back, win rate`,
  ),
  mind: group(
    "States of mind: real value that nobody can observe without a proxy (chapter 2, measurable).",
    `believe, belong, care, care about, confidence, contemplate, curiosity, delight, empower,
    enjoy, feeling, frustration, fun, happiness, happy, hope, inspire, intention, joy, loneliness, love,
    mood, motivate, motivation, peace of mind, perceive, ponder, pride, proud, realise, reflect, remember,
    satisfy, sense of, think, trust, understand, want, wellbeing, wish`,
  ),
  streak: group(
    "A habit of coming back: a streak of meditation sessions is value (chapter 4), a streak of nothing in particular is presence.",
    `streak`,
  ),
  proxy: group(
    "Ways in which a state of mind shows: what people say or rate can be observed (chapter 2, proxy metric).",
    `answer, interview, questionnaire, rating, report, tell`,
  ),
  bond: group(
    "What ties a customer to the company: to hold it is to stay, late and hard to move.",
    `contract, licence, license, membership, paid, plan, policy, subscription`,
  ),
  indifferent: group(
    "Words by which it does not matter what comes of it.",
    `any activity whatsoever, finished or, including those, no matter, of any length, or not, regardless of,
    whether or not`,
  ),
  everywhere: group(
    "A whole country or the world: beyond reach unless the product is named as the place where it happens.",
    `in europe, in the area, in the city, in the nation, in the region, in the state, national, nationwide,
    of the population, people worldwide, regional, worldwide`,
  ),
  hidden: group("Words for what goes on unseen.", `privately`),
  gesture: group(
    "Acts so general that they say nothing: an action on a page may be a search for the way out.",
    `action`,
  ),
  machine: group(
    "What machines handle: a volume that a loop or a careless client doubles, whoever is better off.",
    `api call, api request, credit consume, data store, event ingest, event record, event track, gb,
    gigabyte, log line, prompt, qps, query per second, reading collect, request serve, row replicate, row
    sync, terabyte, token, webhook`,
  ),
  handle: group(
    "Verbs of machines at work, and of those who set them to work.",
    `collect, consume, fire, ingest, keep, make, process, produce, receive, replicate, send, serve, store,
    sync, track, transfer`,
  ),
  channel: group(
    "Where the company itself sells: what goes through there is its sales.",
    `through retailer, to dealer`,
  ),
  seek: group("Time that people would rather not spend.", `load, look for`),
  selling: group(
    "Verbs of selling: what is done to a lead is not yet value for a customer.",
    `create, fill, meet, pass, run, schedule`,
  ),
  trade: group(
    "Verbs of the company's books: the sale itself, paid or signed.",
    `bill, buy, come, make, order, pay, receive, sell, sign, take`,
  ),
  solving: group(
    "What makes trouble a success: it was met, solved or prevented.",
    `answer, avoid, close, solve`,
  ),
  marketShare: group(
    "The company's part of a market: a result of the business.",
    `our portion, our share, share of voice`,
  ),
  promised: group(
    "Qualifiers that a customer notices, whoever does the work.",
    `accept, again, approve, first attempt, first try, not reopened, promised, without`,
  ),
  page: group("A page as a place.", `page, site, visit`),
  ownPlace: group("The product or the company, named as where it happens.", `app, our, service, us, we`),
  firstTime: group(
    "A first time is a window of its own.",
    `first attempt, first session, first time, first try, first visit`,
  ),
  emit: group(
    "Verbs that only say that exposure takes place.",
    `create, deliver, gain, make, publish, run, serve`,
  ),
  staff: group(
    "People who may be the company's own: with them it is what the company does, unless customers are named.",
    `team`,
  ),
  queue: group("What a support desk works through.", `case, ticket`),
  ownWork: group(
    "Work that only the company itself counts.",
    `line of code, roadmap item, story point, test coverage, uptime, velocity`,
  ),
  better: group("Comparisons without a measure: better than what, and by how much?", `because of us, better`),
  served: group(
    "People to whom something is done: that they get it does not yet show that they value it.",
    `to all customer, to customer`,
  ),
  vanityName: group(
    "Names of the best-known vanity metrics, a part of `exposure`: where one is the whole name, the definition has to say what comes of it.",
    `app open, awareness, click, dau, download, follower, hit, impression, install, like, log in, login, mau,
    mention, page view, registration, sign up, traffic, visit, wau`,
  ),
  survey: group(
    "Scores that people give when asked: a result, whatever the definition says of the asking.",
    `csat, nps, promoter score, satisfaction`,
  ),
  reporting: group("What is done with trouble without solving it.", `file, open, receive, report, send`),
  feeling: group(
    "Names of states of mind, which nobody observes in somebody else.",
    `anxiety, hope, joy, love, trust, worry`,
  ),
  staying: group("What, after still, says that somebody has not left.", `active, here, subscribe`),

  creating: group(
    "Making an account or a team: the very beginning of the journey.",
    `create, make, open, register`,
  ),
  failing: group("What a product or a customer in trouble does.", `abandon, complain, crash, fail`),
  market: group(
    "Conditions outside: true whether the product existed or not (chapter 2, actionable).",
    `carbon emission, crime rate, economy, exchange rate, for life, house price, in the country, in the
    industry, in the world, inflation, life expectancy, lifelong, oil price, poverty, size of the market,
    total addressable market, unemployment, whole life, working age`,
  ),
  composite: group(
    "Numbers made of other numbers by weights: nobody can say whether 0.1 more is a lot (understandable and actionable).",
    `adjusted by, adjusted for, blended, coefficient, composite, discounted by, each graded, geometric mean,
    harmonic mean, multiplied by, multiply by a, scaled by, weighted average, weighted sum, weighting, z
    score`,
  ),
  score: group(
    "Words for a number without a unit; harmless for a test score, telling where it is made of several numbers.",
    `index, kpi, points, quotient, rating, score`,
  ),
  combination: group(
    "Ways of making one number of several.",
    `add up, average of, combine, compute, half, normalised, plus, sum of, ×`,
  ),
  statistics: group(
    "Terms of statistics that partners without the training can't say aloud (chapter 2, understandable).",
    `covariance, delta, embedding, entropy, log scale, markov, normalise, p50, p90, p95, p99, percentile,
    posterior, re based, rebased, regression`,
  ),
  trouble: group(
    "Trouble: more of it means that the product fails its customers, so a rise can't be the goal.",
    `alarm, alert, bug, complaint, crash, damage claim, defect, dispute, error, exception, fraud, incident,
    refund, support call, support contact, support ticket`,
  ),
  total: group(
    "All-time totals: they can only go up, so a rise is no news.",
    `all time, cumulative, grand total, over the years, running total, since the founding, since the launch,
    since the start, so far, to date, until today`,
  ),
  completion: group(
    "Qualifiers that make a count mean something: it was finished, accepted, on time or without trouble.",
    `accept, again, agreed date, agreed time, agreed window, approve, at once, both, complete, completion,
    correct, correctly, deliver, due date, each other, end to end, finish, first attempt, first session,
    first try, first visit, fulfil, in full, intact, merge, no follow up, no further, no issue, no more, no
    new, no problem, no return, no second, not cancelled, not refunded, not reopened, not returned, not
    rolled back, on schedule, on time, planned date, planned time, promised, repeat, resolved, scheduled
    time, second time, successful, successfully, to the bottom, to the end, to the final, to the last,
    together, usable, verified, within tolerance, without`,
  ),
  vague: group(
    "Amounts without a number: each reader counts differently.",
    `a lot, enough, many, meaningful, often, regular, regularly, set number, several`,
  ),
  generic: group(
    "Words that would fit any company's metric and so say nothing of a strategy (chapter 2, vision and strategy).",
    `account, action, app, core, customer, engaged, growth, key, member, new, people, product, session,
    time, usage, use, user, value`,
  ),
  company: group(
    "The company itself as the one who acts: what we do is not what customers value.",
    `by us, the company`,
  ),
  consumed: group(
    "Things that are made to be read, watched or heard: to view them is to get the value.",
    `book, chapter, document, game, insight, result, story, tutorial`,
  ),
  place: group(
    "The product itself as a place: to be in it is presence.",
    `account, app, feed, it, link, list, page, portal, product, profile, screen, service, shop, site, store,
    system, them, tool, us, visit`,
  ),
  owned: group(
    "Getting or keeping money, as a customer's own business does: then the money is value delivered.",
    `avoid, earn, get, keep, make, save, stop, take, win`,
  ),
  work: group(
    "Doing a named task: the form of a to-do rather than of a factor that can move.",
    `ask, bring, finish, move, open, organise, publish, replace, run, send, sign, train, write, make`,
  ),
  building: group(
    "Making or changing a thing: says what there would be, not what would be different for the customer (chapter 7).",
    `add, build, create, develop, implement, install, integrate, introduce, launch, migrate, rebuild,
    rewrite, roll out, set up, ship`,
  ),
  bettering: group(
    "Making better: together with what is to be better, the form of a task or a wish rather than of a factor.",
    `fix, hire, improve, strengthen`,
  ),
  wish: group(
    "How things would be: a state, with nothing that anybody does to bring it about.",
    `believe, better, confident, easier, enjoy, faster, feel, great, intuitive, know, like, more fun, more
    often, quicker, safer, smoother, trust, understand, want`,
  ),
  element: group(
    "A single element of the product or a single channel: so narrow that hardly more than one idea can move it (chapter 4).",
    `banner, button, carousel, facebook, hashtag, icon, instagram, linkedin, menu item, modal, social media,
    subject line, tiktok, tooltip, widget`,
  ),
} satisfies Record<string, Group>;

export type GroupName = keyof typeof words;

/** Abbreviations that people outside product work know, so that they need no explanation. */
export const commonAbbreviations = new Set(
  list(
    `AI, API, CO2, AM, PM, ATM, CAD, CD, CEO, CRM, CSV, CV, DIY, DNA, DVD, EU, EV, FAQ, GP, GPS, HR, HTML, ID, IT, KM, KWH, MB, MP3, NASA, NGO, OK, PC, PDF, PIN, QR, SMS, TV, UK, UN, URL, US, USA, USB, USD, EUR, VAT, VIP, VPN, WIFI, MRI, CT, ER, OR, AND, NOT, NO, THE, ALL, PR, SDK, UI, XL, II, III, IV`,
  ),
);
