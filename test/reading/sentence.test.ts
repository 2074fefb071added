/** Definitions as people write them, and what they are read as. */
import { expect, test } from "vitest";
import { read } from "../../src/reading/reading.js";
import { sentence } from "../../src/reading/sentence.js";

test.each([
  ["From application to decision, avg", "what the name says, from application to decision, avg"],
  ["per 1,000 households per month", "what the name says, per 1,000 households per month"],
  [
    "Ratio of monthly revenue of paying users to the number of paying users.",
    "ratio of monthly revenue of paying users to the number of paying users",
  ],
  [
    "Guests who slept ≥ 4 nights out of 7 in a house booked with us, per month.",
    "count of guests who slept ≥ 4 nights out of 7 in a house booked with us, per month",
  ],
  [
    "Percentage of nights, out of the last seven, in which a member sleeps at least seven hours.",
    "share of nights, out of the last seven, in which a member sleeps at least seven hours",
  ],
  [
    "p95 of the time from question to accepted answer, per week.",
    "p95 of time from question to accepted answer, per week",
  ],
  [
    "95th percentile of delivery time in minutes, from order to door, per week.",
    "95th percentile of delivery time in minutes, from order to door, per week",
  ],
  [
    "Median time from sign-up to the first shared report.",
    "median time from sign-up to the first shared report",
  ],
  ["Longest time a patient waits for a bed, per day.", "longest time a patient waits for a bed, per day"],
  [
    "Number of learners who completed at least one lesson on each of the last 7 days.",
    "count of learners who completed ≥ 1 lesson on each of the last 7 days",
  ],
  [
    "Percentage of users who logged a run in at least 3 of the last 4 weeks.",
    "share of users who logged a run in ≥ 3 of the last 4 weeks",
  ],
  [
    "Customers who placed an order in three out of the last four weeks.",
    "count of customers who placed an order in three out of the last four weeks",
  ],
  [
    "Members who train at least twice a week for four consecutive weeks.",
    "count of members who train ≥ 2 times a week for four consecutive weeks",
  ],
  ["Members who meditate on seven days in a row.", "count of members who meditate on seven days in a row"],
  [
    "Customers who order between 2 and 5 times a month.",
    "count of customers who order between 2 and 5 times a month",
  ],
  ["Customers who order 3x a month.", "count of customers who order 3x a month"],
  [
    "Households that cook with us on at least four of the last seven evenings.",
    "count of households that cook with us on ≥ 4 of the last seven evenings",
  ],
  [
    "Teams, of five or more people, that finish a sprint goal in two out of three sprints.",
    "count of teams, of ≥ 5 people, that finish a sprint goal in two out of three sprints",
  ],
  [
    "Orders delivered on time as a percentage of all orders per week.",
    "orders delivered on time as a percentage of all orders, per week",
  ],
  [
    "% of orders delivered within 30 minutes, weekly.",
    "share of orders delivered within 30 minutes, per week",
  ],
  ["Seats sold divided by seats available per flight.", "ratio of seats sold to seats available per flight"],
  ["Answers accepted/questions asked per week.", "count of answers accepted/questions asked, per week"],
  [
    "Ratio between hours flown and hours in maintenance.",
    "ratio between hours flown and hours in maintenance",
  ],
  ["Weekly completion rate of started courses.", "weekly completion rate of started courses"],
  [
    "Rate of successful first-time repairs per technician per month.",
    "rate of successful first-time repairs per technician, per month",
  ],
  ["90-day repeat purchase rate of new buyers.", "90-day repeat purchase rate of new buyers"],
  ["Month-over-month growth in completed lessons.", "month-over-month growth in completed lessons"],
  [
    "28-day rolling sum of invoices paid through the app.",
    "sum of invoices paid through the app, per 28 days",
  ],
  [
    "Workouts completed per active member per week (7-day rolling average).",
    "count of workouts completed per active member per week (7-day rolling average)",
  ],
  ["Hours of music streamed per listener per week.", "total hours of music streamed per listener, per week"],
  [
    "Hours saved per employee per week through automated approvals.",
    "total hours saved per employee through automated approvals, per week",
  ],
  [
    "Number of lessons completed per learner per week, for learners with more than two lessons.",
    "count of lessons completed per learner, for learners with > 2 lessons, per week",
  ],
  ["Infections avoided per 1,000 patient days.", "count of infections avoided per 1,000 patient days"],
  ["Trees planted per year and hectare.", "count of trees planted per year and hectare"],
  [
    "Prescriptions refilled on the same day they were requested, as a share of all refill requests per week.",
    "prescriptions refilled on the same day they were requested, as a share of all refill requests, per week",
  ],
  [
    "Share of loans repaid in full and on time per quarter.",
    "share of loans repaid in full and on time, per quarter",
  ],
  [
    "Number of farms that reduce water use by at least 10 % compared with last year.",
    "count of farms that reduce water use by ≥ 10 % compared with last year",
  ],
  [
    "Percentage of shipments arriving within the promised two-hour window.",
    "share of shipments arriving within the promised two-hour window",
  ],
  [
    "Percentage of new users still making a playlist in week 4.",
    "share of new users still making a playlist in week 4",
  ],
  [
    "Number of trees planted and still alive after 12 months.",
    "count of trees planted and still alive after 12 months",
  ],
  [
    "Each week, the number of recipes that are cooked by at least three people.",
    "count of recipes that are cooked by ≥ 3 people, per week",
  ],
  [
    "In any given month, the share of tenants whose repair was finished within five days.",
    "share of tenants whose repair was finished within five days, per month",
  ],
  [
    "Number of times a farmer acts on a weather alert per season.",
    "count of times a farmer acts on a weather alert, per season",
  ],
  [
    "How many nurses fill an open shift in less than four hours each week.",
    "count of nurses who fill an open shift in less than four hours, per week",
  ],
  ["How often a customer reorders within 30 days.", "how often a customer reorders within 30 days"],
  [
    "How long it takes a new developer to merge a first change.",
    "how long it takes a new developer to merge a first change",
  ],
  [
    "Learners who finish at least half of a course in a month.",
    "count of learners who finish ≥ half of a course, per month",
  ],
  ["Users who finish a course. Counted per month.", "count of users who finish a course, per month"],
  [
    "Orders completed per week. Excludes orders in the last 30 days of a trial.",
    "count of orders completed, per week",
  ],
  [
    "Number of tasks (e.g. invoices, offers) completed per week by small teams.",
    "count of tasks (e.g. invoices, offers) completed by small teams, per week",
  ],
  [
    "Vulnerabilities that developers fix within 14 days (per customer, per month).",
    "count of vulnerabilities that developers fix within 14 days (per customer), per month",
  ],
  [
    "Trips per week – only those without a complaint.",
    "count of trips – only those without a complaint, per week",
  ],
  [
    "the share of calls answered in 20 seconds or less, measured monthly",
    "share of calls answered in 20 seconds or less, measured monthly",
  ],
  [
    "Amount saved on energy bills per household and year.",
    "amount saved on energy bills per household and year",
  ],
  [
    "Second-hand items handed over to a buyer per week.",
    "count of second-hand items handed over to a buyer, per week",
  ],
  ["At least three orders per customer per month.", "count of ≥ 3 orders per customer, per month"],
  [
    "At least 5 of the last 6 deliveries on time, share of customers.",
    "≥ 5 of the last 6 deliveries on time, share of customers",
  ],
])("%s", (definition, expected) => {
  expect(sentence(read("A name", definition))).toBe(expected);
});
