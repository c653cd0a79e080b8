import type { DemoPerson } from "./types";

/** The first is the only admin. */
export const demoPeople: readonly DemoPerson[] = [
  {
    name: "Ines Albrecht",
    email: "ines.albrecht@northlane.example",
    role: "admin",
    teams: ["Support Tier 1", "Support Tier 2"],
  },
  {
    name: "Tomasz Wieczorek",
    email: "tomasz.wieczorek@northlane.example",
    role: "reviewer",
    teams: ["Support Tier 2", "Engineering"],
  },
  {
    name: "Adaeze Nwosu",
    email: "adaeze.nwosu@northlane.example",
    role: "reviewer",
    teams: ["Billing Team", "Retention"],
  },
  {
    name: "Hiroshi Tanabe",
    email: "hiroshi.tanabe@northlane.example",
    role: "reviewer",
    teams: ["Security"],
  },
  {
    name: "Marisol Fuentes",
    email: "marisol.fuentes@northlane.example",
    role: "agent",
    teams: ["Support Tier 1"],
  },
  {
    name: "Callum Reid",
    email: "callum.reid@northlane.example",
    role: "agent",
    teams: ["Support Tier 1"],
  },
  {
    name: "Leila Haddad",
    email: "leila.haddad@northlane.example",
    role: "agent",
    teams: ["Support Tier 1", "Support Tier 2"],
  },
  {
    name: "Priyanka Menon",
    email: "priyanka.menon@northlane.example",
    role: "agent",
    teams: ["Support Tier 2"],
  },
  {
    name: "Jonas Lindqvist",
    email: "jonas.lindqvist@northlane.example",
    role: "agent",
    teams: ["Engineering"],
  },
  {
    name: "Thandiwe Mokoena",
    email: "thandiwe.mokoena@northlane.example",
    role: "agent",
    teams: ["Engineering"],
  },
  {
    name: "Beatriz Carvalho",
    email: "beatriz.carvalho@northlane.example",
    role: "agent",
    teams: ["Billing Team"],
  },
  {
    name: "Emre Aydin",
    email: "emre.aydin@northlane.example",
    role: "agent",
    teams: ["Retention", "Billing Team"],
  },
  {
    name: "Sophie Delacroix",
    email: "sophie.delacroix@northlane.example",
    role: "agent",
    teams: ["Product"],
  },
  {
    name: "Ruairi O'Donnell",
    email: "ruairi.odonnell@northlane.example",
    role: "agent",
    teams: ["Security", "Product"],
  },
];
