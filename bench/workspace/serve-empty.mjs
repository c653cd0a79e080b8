import { serve } from "../../scripts/serve.mjs";

const [, , root] = process.argv;
const { HOST: host = "127.0.0.1", PORT: port } = process.env;
await serve({ root, dev: false, host, port: Number(port) });
