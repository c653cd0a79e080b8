import { makeT } from "./catalogue";
import account from "./de/account.json";
import answers from "./de/answers.json";
import app from "./de/app.json";
import articles from "./de/articles.json";
import audit from "./de/audit.json";
import auth from "./de/auth.json";
import bands from "./de/bands.json";
import bulk from "./de/bulk.json";
import common from "./de/common.json";
import composer from "./de/composer.json";
import connections from "./de/connections.json";
import content from "./de/content.json";
import csat from "./de/csat.json";
import customer from "./de/customer.json";
import desk from "./de/desk.json";
import errors from "./de/errors.json";
import jobs from "./de/jobs.json";
import labels from "./de/labels.json";
import learning from "./de/learning.json";
import lifecycle from "./de/lifecycle.json";
import llm from "./de/llm.json";
import newTicket from "./de/new-ticket.json";
import notice from "./de/notice.json";
import outbox from "./de/outbox.json";
import people from "./de/people.json";
import presence from "./de/presence.json";
import queue from "./de/queue.json";
import record from "./de/record.json";
import review from "./de/review.json";
import rules from "./de/rules.json";
import search from "./de/search.json";
import settings from "./de/settings.json";
import sla from "./de/sla.json";
import status from "./de/status.json";
import stored from "./de/stored.json";
import system from "./de/system.json";
import ticket from "./de/ticket.json";
import time from "./de/time.json";
import views from "./de/views.json";

export const german = makeT(
  "de",
  {
    ...account,
    ...answers,
    ...app,
    ...articles,
    ...audit,
    ...auth,
    ...bands,
    ...bulk,
    ...common,
    ...composer,
    ...connections,
    ...content,
    ...csat,
    ...customer,
    ...desk,
    ...jobs,
    ...labels,
    ...learning,
    ...lifecycle,
    ...llm,
    ...newTicket,
    ...notice,
    ...outbox,
    ...people,
    ...presence,
    ...queue,
    ...record,
    ...review,
    ...rules,
    ...search,
    ...settings,
    ...sla,
    ...status,
    ...system,
    ...ticket,
    ...time,
    ...views,
  },
  { ...stored, ...errors },
);
