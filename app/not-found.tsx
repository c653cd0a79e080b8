import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        as="h1"
        title="There is nothing here"
        action={
          <Button asChild>
            <Link href="/">Go to the desk</Link>
          </Button>
        }
      >
        The address may be mistyped, or the ticket is gone.
      </EmptyState>
    </main>
  );
}
