"use client";

import { createContext, type ReactNode, useContext } from "react";

type Category = { slug: string; name: string };

const Categories = createContext<readonly Category[]>([]);

type Props = { categories: readonly Category[]; children: ReactNode };

/** The desk's categories, as the page has read them. */
export function CategoriesProvider({ categories, children }: Props) {
  return <Categories value={categories}>{children}</Categories>;
}

export const useCategories = () => useContext(Categories);
