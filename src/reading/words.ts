/**
 * The words that readings know, in groups with a reason. Each word stands for all its forms (share: shares,
 * shared, sharing); several words are a phrase. Rules never look for words: they ask the reading.
 */

interface Group {
  /** Why these words say something about a metric. */
  reason: string;
  words: readonly string[];
}

const list = (text: string) => text.split(/,\s+/);

const group = (reason: string, words: string): Group => ({ reason, words: list(words) });

export const words = {
  audience: group(
    "People and organizations who may get value. To count them says nothing until it is said what they do (chapter 2).",
    `account, accountant, address, admin, administrator, adopter, adult, advertiser, adviser, advisor,
    agency, agent, alumni, analyst, applicant, apprentice, artist, athlete, attendee, audience, author,
    baby, baker, beginner, beneficiary, blogger, borrower, brand, breeder, broker, business, buyer, caller,
    candidate, captain, cardholder, caregiver, caretaker, carrier, charity, chef, child, childminder,
    citizen, claimant, cleaner, client, clinic, clinician, coach, collaborator, colleague, collector,
    commuter, company, consultant, consumer, contact, contractor, contributor, cook, couple, courier,
    creator, curator, customer, cyclist, dancer, dealer, dentist, designer, developer, diner, doctor, donor,
    driver, editor, email address, employee, employer, engineer, enterprise, enthusiast, family, fan,
    farmer, father, firm, freelancer, gamer, graduate, grower, guardian, guest, hiker, hobbyist, holder,
    home, homeowner, hospital, host, household, individual, installer, investor, journalist, landlord,
    lawyer, learner, leaseholder, lender, listener, maintainer, maker, manager, marketer, member, mentor,
    merchant, moderator, mother, musician, neighbor, neighbour, newcomer, nurse, operator, orderer, org,
    organisation, organization, owner, parent, participant, partner, passenger, patient, payee, payer,
    person, pharmacist, photographer, pilot, planner, player, podcaster, policyholder, professional,
    profile, prospect, publisher, pupil, reader, receiver, recipient, recruiter, registrant, renter,
    researcher, resident, responder, restaurant, retailer, reviewer, rider, runner, sailor, saver, school,
    scientist, seller, sender, shareholder, shop, shopper, signatory, signup, singer, sitter, spectator,
    sponsor, stakeholder, stallholder, store, streamer, student, subscriber, supplier, swimmer, taxpayer,
    teacher, team, teammate, technician, tenant, tester, therapist, trader, trainee, trainer, traveler,
    traveller, tutor, user, vendor, veteran, viewer, visitor, volunteer, voter, walker, worker, workspace,
    writer`,
  ),
  value: group(
    "Acts in which a customer gets or gives value: the exchange that a North Star counts (chapters 2 and 5).",
    `accept, achieve, act on, answer, apply, approve, attend, automate, avoid, bake, book, borrow, build,
    buy, catch, charge, close, collaborate, collect, comment, communicate, compare, complete, compose,
    configure, connect, consume, consumption, contribute, cook, create, debug, decide, deliver, deploy,
    deposit, design, detect, diagnose, discover, discuss, donate, earn, edit, export, fill, finish, fix,
    fulfil, fulfill, graduate, hear, help, hire, import, improve, integrate, invest, invite, join, learn,
    lend, listen, match, meditate, meet, merge, message, navigate, order, pass, pay, perform, pick up,
    place an order, place order, plan, play, post, practice, practise, prepare, prevent, print, produce,
    protect, publish, purchase, query, reach, read, receive, recommend, reconcile, recover, recycle,
    redeem, reduce, refer, refill, rent, reorder, repair, reply, reserve, resolve, respond, reuse, review,
    ride, run, save, sell, send, settle, share, ship, shop, sleep, solve, speak, stream, study, submit,
    summarise, summarize, swap, take, take part, teach, test, trade, train, transact, transfer, translate,
    travel, treat, turn up, upload, validate, verify, vote, walk, watch, win, withdraw, write`,
  ),
  presence: group(
    "Mere presence: being there is not yet getting anything out of it (chapter 2, vanity metrics).",
    `access, active, appear, arrive, assign a license, assign a seat, assigned a seat, browse, click, come
    back, create account, create an account, display, download, engage, enter, exist, hand out, have an
    account, hit, hover, inactive, install, interact, issue, land, launch, load, log any, log in, log
    into, log on, logged in, login, logon, online, open, open an account, ping, provision, reach by any of
    our, reach by our, reach through our, register, return, revisit, scroll, see, show, sign in, sign up,
    signed in, signin, signup, star, stay in, stay on, subscribe, swipe, switch on, tap, turn on, usage,
    use, view, visit`,
  ),
  exposure: group(
    "What vanity metrics count, exposure and arrival: they rise with promotion and say nothing of value (chapter 2). A team's own words for it are `vanity` in the configuration.",
    `activity, ad, advert, app open, awareness, banner, basket create, bounce, cart create, click, click
    through, coverage, ctr, dau, docker pull, download, email open, engagement, exposure, fan, follower,
    footfall, fork, hit, image pull, impression, install, installation, interaction, launch, like, log in,
    log on, login, mailing list, mau, mention, newsletter subscriber, notification, page, page view,
    pageview, popup, push notification, reach, registration, retweet, screen time, screen view, scroll,
    session, share of voice, sign in, sign up, signup, star, swipe, tap, time on page, time on site,
    traffic, upvote, view, visit, waitlist, wau`,
  ),
  start: group(
    "Beginnings: what is begun need not come to anything, and a rise can hide that little is finished.",
    `activate, add to cart, apply for, attempt, begin, commence, enrol, enroll, enrollment, enrolment, free
    trial, initiate, kick off, put up, request, start, trial`,
  ),
  stay: group(
    "Staying or leaving: an outcome of value that comes late and is hard to move (chapter 2, leading and lagging).",
    `attrition, cancel, churn, convert, defect, downgrade, lapse, leave, lose, pay us, reactivate, remain,
    renew, retain, stay, still a customer, still a member, still a subscriber, still here, still on, still
    with, uninstall, unsubscribe, upgrade`,
  ),
  funnel: group(
    "Steps of the company's own selling and marketing: value for the seller, not yet for the customer.",
    `campaign, close rate, cold call, contact form, cross sell, deal, demo, demo request, free trial, inbound
    lead, lead, marketing qualified lead, mql, opportunity created, paid conversion, pipeline, product
    qualified lead, prospect, quote sent, sales call, sales pipeline, sales qualified lead, sql, trial,
    trial conversion, trial start, upsell, win rate`,
  ),
  output: group(
    "What the company does or makes: busy is not the same as useful (chapter 2, story points; chapter 5, the feature factory).",
    `ab test, b test, backlog item, blog post, bug fix, code coverage, commit, deploy, deployment, design
    review, development velocity, epic, experiment, feature, headcount, interview conducted, line of code,
    milestone, new feature, planned work, press release, project deliver, pull request, release, roadmap
    item, sprint, story point, tech debt, technical debt, test coverage, throughput, uptime, user story,
    utilisation, utilization, velocity, work item`,
  ),
  money: group(
    "Money of the business: a result that tells what already happened (chapter 2: revenue and ARPU are lagging).",
    `acquisition cost, acv, ad spend, amount bill, amount charge, amount pay, amount spend, annual sale,
    aov, arpa, arppu, arpu, arr, asset under management, aum, average order value, balance hold, basket
    size, basket value, billing, booking fee, booking revenue, booking value, burn rate, cac, card fee,
    cash, cash flow, client asset, cltv, clv, commission, contract value, cost, cost per, deal size,
    deposit balance, deposit hold, dollar, dollar volume, earning, ebitda, euro, expenditure, expense, fee
    charge, fee collect, fee earn, fee income, gbv, gmv, gpv, gross booking, gross merchandise value,
    gross merchandise volume, gross sale, gross transaction value, gross written premium, grr, gtv,
    income, interchange fee, invoice value, lifetime value, listing fee, loan book, loan portfolio, loan
    volume, ltv, margin, market capitalization, market value, marketing spend, monetisation, monetization,
    money, monthly sale, mrr, net sale, nrr, order value, payback, payment volume, premium written,
    processing volume, profit, profitability, revenue, revpar, roas, roi, runway, sale revenue, sale
    value, sale volume, service fee, share of wallet, share price, shareholder value, spend, spend per,
    spending, stock price, subscription fee, take rate, tcv, total sale, tpv, transaction fee, turnover,
    unit economics, valuation, value of all good, value of contract, value of good, value of order, value
    of purchase, value of sale, value of subscription, value of transaction, volume of payment, wallet
    share, worth of good`,
  ),
  result: group(
    "Results of the business other than money: late echoes of value (chapter 1, results and value).",
    `active contract, active licence, active license, active membership, active policy, active
    subscription, app rating, app store rating, attrition, brand equity, cancellation, ces, churn, churn
    rate, closed won, contract in force, conversion to paid, csat, customer base, customer effort score,
    customer lifetime, customer loyalty, customer satisfaction, customer tenure, g2 rating, licence in
    use, license in use, loyalty, market share, net promoter, net promoter score, new logo, nps, our
    portion, our share, paid account, paid conversion, paid customer, paid member, paid seat, paid
    subscriber, paid subscription, paid user, pay account, pay client, pay customer, pay member, pay
    organization, pay seat, pay subscriber, pay team, pay user, policy in force, premium member, premium
    subscription, premium user, promoter score, renewal, renewal rate, retention, retention rate, review
    score, satisfaction, satisfaction rating, satisfaction score, seat in use, share of the market, star
    rating, store rating, subscriber base, subscription, trustpilot score, user base, win back, win rate`,
  ),
  mind: group(
    "States of mind: real value that nobody can observe without a proxy (chapter 2, measurable).",
    `aha moment, anxiety, anxious, appreciate, aware, awareness, believe, belong, brand love, calm, care,
    care about, catch the eye, confidence, confident, contemplate, curiosity, curious, delight, desire,
    dream, emotion, empathy, empower, enjoy, enjoyment, excite, excitement, eye catching, feel, feeling,
    frustrated, frustration, fun, happiness, happy, hope, imagine, inspiration, inspire, intend, intention,
    joy, loneliness, love, mindful, mood, motivate, motivation, peace of mind, perceive, perception, ponder,
    pride, proud, quality of life, realise, realize, reflect, remember, satisfy, sense of, stand out,
    stress, stressed, think, trust, understand, want, well being, wellbeing, wish, wonder, worry`,
  ),
  streak: group(
    "A habit of coming back: a streak of meditation sessions is value (chapter 4), a streak of nothing in particular is presence.",
    `streak`,
  ),
  proxy: group(
    "Ways in which a state of mind shows: what people say or rate can be observed (chapter 2, proxy metric).",
    `answer, interview, poll, questionnaire, rate, rating, recommend, report, respond, say, score, self
    report, survey, tell`,
  ),
  bond: group(
    "What ties a customer to the company: to hold it is to stay, late and hard to move.",
    `contract, licence, license, membership, paid, paid plan, paid subscription, plan, policy, subscription`,
  ),
  indifferent: group(
    "Words by which it does not matter what comes of it.",
    `any activity whatsoever, any outcome, at any stage, even if, even those, finished or, including those,
    no matter, of any kind, of any length, or not, regardless of, whatsoever, whether or not`,
  ),
  everywhere: group(
    "A whole country or the world: beyond reach unless the product is named as the place where it happens.",
    `across the country, citywide, global, globally, in africa, in america, in asia, in europe, in france,
    in germany, in the area, in the city, in the eu, in the nation, in the region, in the state, in the
    uk, in the united states, in the us, in the usa, national, nationally, nationwide, of the population,
    people worldwide, region wide, regional, statewide, worldwide`,
  ),
  hidden: group(
    "Words for what goes on unseen.",
    `in bed, in private, in silence, in their head, inwardly, privately, silently, to themselves, unspoken`,
  ),
  gesture: group(
    "Acts so general that they say nothing: an action on a page may be a search for the way out.",
    `action, activity, event, interaction`,
  ),
  machine: group(
    "What machines handle: a volume that a loop or a careless client doubles, whoever is better off.",
    `api call, api hit, api request, api traffic, bandwidth, build minute, byte, cloud minute, compute
    hour, compute minute, cpu hour, cpu minute, credit burn, credit consume, data hold, data ingest, data
    point, data process, data store, data transfer, data volume, event capture, event collect, event
    ingest, event log, event process, event receive, event record, event track, event volume, gb,
    gigabyte, gpu hour, gpu minute, http request, inference, invocation, log line, megabyte, model
    invocation, petabyte, pipeline minute, prompt, qps, query handle, query per second, query process,
    query serve, reading collect, record ingest, record process, record replicate, record sync, request
    handle, request process, request route, request serve, row ingest, row process, row replicate, row
    sync, sensor reading, tb, terabyte, token, web request, webhook`,
  ),
  handle: group(
    "Verbs of machines at work, and of those who set them to work.",
    `answer, burn, call, capture, collect, consume, count, execute, fire, generate, handle, hold, ingest,
    invoke, issue, keep, log, make, move, pass, process, produce, receive, record, replicate, route, run,
    send, serve, store, sync, track, transfer, trigger, use`,
  ),
  channel: group(
    "Where the company itself sells: what goes through there is its sales.",
    `in our shop, in our store, our own shop, our own store, through dealer, through distributor, through
    reseller, through retailer, through wholesaler, to dealer, to distributor, to reseller, to retailer,
    to wholesaler, via dealer, via distributor, via reseller, via retailer`,
  ),
  seek: group(
    "Time that people would rather not spend.",
    `load, look for, queue, recover from, search for, troubleshoot, wait, wait for`,
  ),
  selling: group(
    "Verbs of selling: what is done to a lead is not yet value for a customer.",
    `attend, book, build, capture, collect, create, fill, generate, hand, hold, make, meet, pass, put,
    qualify, reach, receive, request, run, schedule, score, send, sign`,
  ),
  trade: group(
    "Verbs of the company's books: the sale itself, paid or signed.",
    `agree, bill, book, buy, charge, collect, come, earn, generate, invoice, make, manage, order, pay,
    process, purchase, raise, receive, sell, sign, subscribe, sum, take, win`,
  ),
  solving: group(
    "What makes trouble a success: it was met, solved or prevented.",
    `act on, answer, avoid, catch, close, detect, find, fix, handle, prevent, recover, reduce, repair,
    resolve, respond, solve, stop`,
  ),
  marketShare: group(
    "The company's part of a market: a result of the business.",
    `market share, our portion, our share, share of the market, share of voice`,
  ),
  promised: group(
    "Qualifiers that a customer notices, whoever does the work.",
    `accept, again, agreed date, agreed time, agreed window, approve, at once, by the promised, correct,
    correctly, due date, first attempt, first try, first visit, in full, intact, no issue, not reopened,
    not returned, not roll back, not rolled back, on schedule, on time, planned date, planned time,
    promised, repeat, scheduled time, together, without`,
  ),
  page: group("A page as a place.", `home page, homepage, landing page, page, session, site, visit, website`),
  ownPlace: group(
    "The product or the company, named as where it happens.",
    `app, application, our, platform, product, service, site, through, us, using, via, we, website, with us`,
  ),
  firstTime: group(
    "A first time is a window of its own.",
    `first attempt, first purchase, first session, first time, first try, first visit`,
  ),
  emit: group(
    "Verbs that only say that exposure takes place.",
    `acquire, attract, count, create, deliver, distribute, gain, generate, get, issue, log, make, post,
    produce, publish, receive, record, run, see, send, serve, take place, trigger`,
  ),
  staff: group(
    "People who may be the company's own: with them it is what the company does, unless customers are named.",
    `agent, analyst, consultant, designer, developer, editor, engineer, manager, marketer, marketing,
    moderator, rep, recruiter, staff, support, team, author, writer, employee, worker`,
  ),
  queue: group(
    "What a support desk works through.",
    `case, support case, support request, support ticket, ticket`,
  ),
  ownWork: group(
    "Work that only the company itself counts.",
    `backlog item, code coverage, development velocity, headcount, line of code, roadmap item, sprint
    velocity, story point, team velocity, tech debt, technical debt, test coverage, uptime, user story,
    velocity, work item`,
  ),
  better: group(
    "Comparisons without a measure: better than what, and by how much?",
    `because of us, better, more confidently, more easily, more effectively, more efficiently, more
    productively, thanks to us`,
  ),
  served: group(
    "People to whom something is done: that they get it does not yet show that they value it.",
    `for client, for customer, for member, for user, to all customer, to client, to customer, to member, to
    prospect, to subscriber, to user`,
  ),
  vanityName: group(
    "Names of the best-known vanity metrics, a part of `exposure`: where one is the whole name, the definition has to say what comes of it.",
    `app open, awareness, bounce, bounce rate, click, dau, download, follower, hit, impression, install,
    like, log in, login, mau, mention, page view, pageview, registration, sign up, signup, traffic, visit,
    wau`,
  ),
  survey: group(
    "Scores that people give when asked: a result, whatever the definition says of the asking.",
    `ces, csat, customer effort score, customer satisfaction, g2 rating, net promoter, net promoter score,
    nps, promoter score, review score, satisfaction, star rating, trustpilot score`,
  ),
  reporting: group(
    "What is done with trouble without solving it.",
    `arise, create, file, log, occur, open, raise, receive, record, report, reopen, submit, send`,
  ),
  feeling: group(
    "Names of states of mind, which nobody observes in somebody else.",
    `anxiety, confidence, fear, happiness, hope, joy, loneliness, love, peace of mind, pride, stress, trust,
    wellbeing, well being, worry`,
  ),
  staying: group(
    "What, after still, says that somebody has not left.",
    `active, customer, here, member, on, pay, subscribe, subscriber, use, with`,
  ),
  returning: group(
    "Coming back: often enough, it is a habit, which says more than being there once.",
    `come back, return, revisit`,
  ),
  creating: group(
    "Making an account or a team: the very beginning of the journey.",
    `add, create, form, make, open, register, set up, start`,
  ),
  failing: group(
    "What a product or a customer in trouble does.",
    `abandon, break down, complain, crash, fail`,
  ),
  market: group(
    "Conditions outside: true whether the product existed or not (chapter 2, actionable).",
    `across the country, addressable market, birth rate, body mass, carbon emission, career long, crime
    rate, economy, employment rate, entire career, entire life, exchange rate, for life, gdp, house price,
    in the country, in the industry, in the world, industry growth, industry size, inflation, interest
    rate, internet penetration, jobless, labor market, labour market, life expectancy, lifelong, literacy
    rate, market demand, market growth, market size, national economy, oil price, population of the,
    poverty, size of the market, smartphone penetration, stock market, tam, total addressable market,
    unemployment, until retirement, whole career, whole life, without a job, working age`,
  ),
  composite: group(
    "Numbers made of other numbers by weights: nobody can say whether 0.1 more is a lot (understandable and actionable).",
    `adjusted by, adjusted for, average of the, blended, coefficient, composite, discounted by, each graded,
    each rated, each scored, geometric mean, harmonic mean, multiplied by, multiply by a, scaled by, secret
    sauce, their average, weighted, weighted average, weighted sum, weighting, z score`,
  ),
  score: group(
    "Words for a number without a unit; harmless for a test score, telling where it is made of several numbers.",
    `grade, index, kpi, points, quotient, rating, score`,
  ),
  combination: group(
    "Ways of making one number of several.",
    `add together, add up, aggregate of, algorithm, average of, based on, blend, calculate, combination,
    combine, compose, compute, derive, formula, half, made of, made up of, mix, normalised, normalized,
    one third, out of 100, plus, product of, standardised, standardized, sum of, third, weigh, ×`,
  ),
  statistics: group(
    "Terms of statistics that partners without the training can't say aloud (chapter 2, understandable).",
    `autocorrelation, bayesian, cardinality, cdf, confidence interval, correlation coefficient, cosine
    similarity, covariance, decay, delta, eigenvector, elasticity, embedding, entropy, exponential,
    exponentially, geometric mean, gini, harmonic mean, heteroscedastic, idempotent, kpi tree, kurtosis, log
    scale, logarithm, logarithmic, logit, markov, median absolute deviation, moving average convergence,
    multi touch attribution, normalise, normalize, p10, p25, p50, p75, p80, p90, p95, p98, p99, p999, percentile, posterior, propensity,
    quantile, quartile, re based, rebased, regression, shapley, sigmoid, standard deviation, stochastic, tf
    idf, topological, upsert, variance, vector norm, winsorise, winsorised, winsorize, winsorized, z score`,
  ),
  trouble: group(
    "Trouble: more of it means that the product fails its customers, so a rise can't be the goal.",
    `abandoned cart, alarm, alert, bug, chargeback, complaint, crash, damage claim, defect, dispute,
    downtime, error, escalation, exception, failure, fraud, help center search, help centre search,
    incident, outage, refund, stoppage, support call, support contact, support request, support ticket`,
  ),
  total: group(
    "All-time totals: they can only go up, so a rise is no news.",
    `all time, cumulative, cumulatively, from day one, grand total, has ever, have ever, historically, in our
    history, lifetime total, over the years, running total, since day one, since founding, since going live,
    since inception, since launch, since release, since the beginning, since the founding, since the launch,
    since the start, since we launched, since we started, so far, to date, until now, until today, up to now`,
  ),
  completion: group(
    "Qualifiers that make a count mean something: it was finished, accepted, on time or without trouble.",
    `accept, again, agreed date, agreed time, agreed window, approve, at once, both, by the promised,
    complete, completion, correct, correctly, deliver, due date, each other, end to end, finish, first
    attempt, first session, first try, first visit, fulfil, fulfill, in full, intact, merge, no follow up,
    no further, no issue, no more, no new, no problem, no repeat, no return, no second, not cancelled, not
    refunded, not reopened, not returned, not roll back, not rolled back, on schedule, on time, planned
    date, planned time, promised, promised time, promised window, repeat, resolved, scheduled time, second
    time, successful, successfully, to the bottom, to the end, to the final, to the last, together,
    usable, verified, within tolerance, without`,
  ),
  vague: group(
    "Amounts without a number: each reader counts differently.",
    `a lot, certain number, enough, frequent, frequently, heavily, many, meaningful, meaningfully, often,
    regular, regularly, set number, several, significant, significantly, substantial, sufficient,
    sufficiently`,
  ),
  generic: group(
    "Words that would fit any company's metric and so say nothing of a strategy (chapter 2, vision and strategy).",
    `account, active, app, core action, customer, daily, engaged, engagement, growth, key action, member,
    monthly, new, number, people, product, rate, session, time, total, usage, use, user, value, weekly`,
  ),
  company: group(
    "The company itself as the one who acts: what we do is not what customers value.",
    `by us, the company, the department, we`,
  ),
  consumed: group(
    "Things that are made to be read, watched or heard: to view them is to get the value.",
    `answer, article, book, channel, chapter, chart, content, course, dashboard, document, drawing, episode,
    film, game, insight, learning, lecture, lesson, match, movie, music, news, notebook, plan, podcast,
    recipe, replay, report, result, show, song, statement, story, stream, track, tutorial, video`,
  ),
  place: group(
    "The product itself as a place: to be in it is presence.",
    `account, ad, advert, app, application, banner, email, feed, home page, homepage, it, landing page, link,
    list, message, newsletter, notification, page, platform, portal, product, profile, screen, service,
    session, shop, site, software, store, system, them, tool, us, visit, website`,
  ),
  owned: group(
    "Getting or keeping money, as a customer's own business does: then the money is value delivered.",
    `avoid, collect, cut, earn, gain, get, keep, make, pocket, raise, receive, recover, reduce, save, stop,
    take, take home, win`,
  ),
  work: group(
    "Doing a named task: the form of a to-do rather than of a factor that can move.",
    `add, advertise, allow, ask, automate, bring, build, bundle, cache, call, change, conduct, configure,
    create, cut, deliver, deploy, design, develop, discount, display, drop, email, embed, enable, expand,
    export, extend, filter, finish, fix, give, group, guide, hide, highlight, hire, implement, import,
    improve, increase, install, integrate, introduce, invite, launch, let, localise, localize, lower, make,
    merge, migrate, move, notify, offer, open, optimise, optimize, organise, organize, partner, personalise,
    personalize, pilot, pin, ping, place, prefill, print, promote, prototype, provide, publish, put, raise,
    rank, rebuild, recommend, redesign, reduce, refactor, relaunch, release, remind, remove, replace,
    revamp, rewrite, roll out, run, send, set up, ship, shorten, show, sign, simplify, sort, split, start,
    suggest, surface, swap, switch, tag, teach, test, train, translate, try, turn, upgrade, use, write`,
  ),
  building: group(
    "Making or changing a thing: says what there would be, not what would be different for the customer (chapter 7).",
    `add, automate, build, code, create, deploy, design, develop, embed, implement, install, integrate,
    introduce, launch, migrate, prototype, rebuild, redesign, refactor, relaunch, release, revamp, rewrite,
    roll out, set up, ship`,
  ),
  bettering: group(
    "Making better: together with what is to be better, the form of a task or a wish rather than of a factor.",
    `accelerate, boost, deliver, drive, enable, encourage, enhance, expand, fix, grow, hire, improve,
    increase, maximise, maximize, minimise, minimize, optimise, optimize, provide, reduce, simplify, speed
    up, strengthen`,
  ),
  wish: group(
    "How things would be: a state, with nothing that anybody does to bring it about.",
    `appreciate, believe, better, care, cheaper, clearer, confident, delightful, easier, engaged, enjoy,
    faster, feel, friendlier, great, happier, hope, improved, intuitive, know, like, love, loyal, more
    engaging, more fun, more intuitive, more often, more relevant, more useful, nicer, prefer, quicker,
    remember, richer, safer, satisfied, seamless, simpler, smarter, smoother, stronger, successful, trust,
    understand, want, wish`,
  ),
  element: group(
    "A single element of the product or a single channel: so narrow that hardly more than one idea can move it (chapter 4).",
    `banner, button, call to action, carousel, cta, facebook, hashtag, icon, instagram, landing page,
    linkedin, menu item, modal, pop up, popup, social media, subject line, tiktok, tooltip, twitter, widget,
    youtube`,
  ),
} satisfies Record<string, Group>;

export type GroupName = keyof typeof words;

/** Abbreviations that people outside product work know, so that they need no explanation. */
export const commonAbbreviations = new Set(
  list(
    `AI, API, CO2, AM, PM, ATM, CAD, CD, CEO, CRM, CSV, CV, DIY, DNA, DVD, EU, EV, FAQ, GP, GPS, HR, HTML, ID, IT, KM, KWH, MB, MP3, NASA, NGO, OK, PC, PDF, PIN, QR, SMS, TV, UK, UN, URL, US, USA, USB, USD, EUR, VAT, VIP, VPN, WIFI, MRI, CT, ER, OR, AND, NOT, NO, THE, ALL, PR, SDK, UI, XL, II, III, IV`,
  ),
);
