import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { endSession, signIn } from "@/lib/person";
import { clientAddress } from "@/lib/platform/address";
import { authOptions } from "@/lib/platform/auth";
import { AppError, describeFailure } from "@/lib/platform/errors";
import { apiRoute, readBody } from "@/lib/platform/http";
import { log } from "@/lib/platform/log";
import { desk } from "@/lib/platform/tools";
import { visitor } from "@/lib/platform/visitor";

/** Sign-in and sign-out, with the protection against forged requests of next-auth. */
const handler = apiRoute(
  async (request, params: { nextauth: string[] }): Promise<Response> =>
    NextAuth(
      (await bounded(request)) as never, // a NextRequest, which types of version 4 don't know
      { params: Promise.resolve(params) } as never,
      authOptions({ providers: [credentials(request.headers)], events: { signOut } }),
    ),
);

/** A sign-in form has a few hundred bytes; next-auth itself would read whatever comes. */
const MAX_BYTES = 16_000;

async function bounded(request: Request): Promise<Request> {
  if (request.method !== "POST") return request;
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("application/x-www-form-urlencoded")) {
    throw new AppError("unsupported", "Send this as a form.");
  }
  const body = Buffer.from(await readBody(request, MAX_BYTES));
  return new NextRequest(request.url, { method: "POST", headers: request.headers, body });
}

export { handler as GET, handler as POST };

const credentials = (headers: Headers) =>
  CredentialsProvider({
    credentials: { email: {}, password: {} },
    async authorize(input) {
      try {
        const { tools } = await desk();
        const { sessionId } = await signIn(visitor(tools), {
          email: input?.email ?? "",
          password: input?.password ?? "",
          address: clientAddress(headers, tools.env.TRUSTED_PROXIES),
          userAgent: headers.get("user-agent"),
        });
        return { id: sessionId };
      } catch (error) {
        const failure = describeFailure(error);
        if (failure.code === "internal") log.error({ err: error }, "sign-in failed");
        throw new Error(failure.message); // the form shows it
      }
    },
  });

async function signOut({ token }: { token?: { sessionId?: string } }): Promise<void> {
  if (!token?.sessionId) return;
  await endSession(visitor((await desk()).tools), { sessionId: token.sessionId });
}
