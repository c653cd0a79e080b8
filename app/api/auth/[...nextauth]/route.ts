import NextAuth from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { endSession, signIn } from "@/lib/person";
import { clientAddress } from "@/lib/platform/address";
import { authOptions } from "@/lib/platform/auth";
import { describeFailure } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { desk } from "@/lib/platform/tools";
import { visitor } from "@/lib/platform/visitor";

/** Sign-in and sign-out, with the protection against forged requests of next-auth. */
async function handler(
  request: Request,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  return NextAuth(
    request as never, // a NextRequest, which next-auth's types of version 4 don't know
    context as never,
    authOptions({ providers: [credentials(request.headers)], events: { signOut } }),
  );
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
