"use client";

import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { CustomerAccount, CustomerBilling, CustomerPerson } from "./customer-account";
import { CustomerNotesPanel } from "./customer-notes";
import { CustomerSentiment } from "./customer-sentiment";
import { CustomerTickets } from "./customer-tickets";
import { useCustomer } from "./queries";

/** Everything about one customer: what they asked beside who they are. */
export function CustomerScreen({ id }: { id: string }) {
  const t = useT();
  const { data: customer, error, isPending, refetch } = useCustomer(id);
  if (isPending) return <Skeleton className="h-64" />;
  if (!customer) {
    return (
      <ErrorState
        title={t("This customer could not be shown")}
        message={messageOf(error, t)}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
      <div className="flex min-w-0 flex-col gap-4">
        <CustomerNotesPanel id={id} />
        <CustomerTickets id={id} account={customer.account.name} />
        <CustomerSentiment points={customer.sentiment} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <CustomerPerson id={id} customer={customer} />
        <CustomerAccount customer={customer} />
        <CustomerBilling events={customer.billing} />
      </div>
    </div>
  );
}
