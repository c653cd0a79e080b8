"use server";

import { SwitchCustomerAiInput, switchCustomerAi } from "@/lib/customer";
import { SwitchTeamAiInput, switchTeamAi } from "@/lib/person";
import { action } from "@/lib/platform/action";

export const switchTeamAiAction = action(SwitchTeamAiInput, switchTeamAi);
export const switchCustomerAiAction = action(SwitchCustomerAiInput, switchCustomerAi);
