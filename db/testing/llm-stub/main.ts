import { parseArgs } from "node:util";
import { startLlmStub } from "./index";

/** The stub as a process of its own, for tests that start real servers. Steered by POST /control. */
const { values } = parseArgs({ options: { port: { type: "string", default: "0" } } });

const stub = await startLlmStub({ port: Number(values.port) });
process.stdout.write(`Listening on ${stub.url}\n`);
