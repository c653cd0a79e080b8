import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { I18nProvider } from "@/components/i18n/provider";
import { sans } from "./fonts";
import "./globals.css";
import { getLocale, getT } from "./i18n";
import { Providers } from "./providers";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return {
    title: { default: "Deskhand", template: "%s · Deskhand" },
    description: t("A helpdesk that learns, and shows how sure it is and why."),
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfbfa" },
    { media: "(prefers-color-scheme: dark)", color: "#131312" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const nonce = (await headers()).get("x-deskhand-nonce") ?? "";
  return (
    // The theme is set on <html> before React wakes; hence the suppressed warning.
    <html lang={locale} className={sans} suppressHydrationWarning>
      <body>
        <I18nProvider locale={locale}>
          <Providers now={new Date().toISOString()} nonce={nonce}>
            {children}
          </Providers>
        </I18nProvider>
      </body>
    </html>
  );
}
