"use server";

import { forecastPolicies } from "@/lib/admin";
import { action } from "@/lib/platform/action";
import {
  orderPolicies,
  removeCalendar,
  removePolicy,
  restoreCalendar,
  restorePolicy,
  saveCalendar,
  savePolicy,
  tryCalendar,
} from "@/lib/sla";
import {
  Calendar,
  CalendarInput,
  CalendarRef,
  ForecastInput,
  PolicyInput,
  PolicyOrder,
  PolicyRef,
} from "@/lib/sla/model";

export const savePolicyAction = action(PolicyInput, savePolicy);
export const removePolicyAction = action(PolicyRef, removePolicy);
export const restorePolicyAction = action(PolicyRef, restorePolicy);
export const orderPoliciesAction = action(PolicyOrder, orderPolicies);
export const forecastPoliciesAction = action(ForecastInput, forecastPolicies);
export const saveCalendarAction = action(CalendarInput, saveCalendar);
export const removeCalendarAction = action(CalendarRef, removeCalendar);
export const restoreCalendarAction = action(CalendarRef, restoreCalendar);
export const tryCalendarAction = action(Calendar, tryCalendar);
