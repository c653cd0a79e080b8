import { expect, test } from "./fixtures";

test("pages run the desk's own scripts, and nothing that somebody has put into them", async ({
  signedIn,
}) => {
  const page = await signedIn("admin");
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) refused.push(message.text());
  });
  for (const path of ["/queue/open", "/settings/rules", "/learning", "/no-such-page"]) {
    await page.goto(path);
    await expect(page.getByRole("heading").first()).toBeVisible();
  }
  expect(refused).toEqual([]);

  const ran = await page.evaluate(async () => {
    const marks: string[] = [];
    Object.assign(window, { mark: (word: string) => marks.push(word) });
    const script = document.createElement("script");
    script.textContent = "mark('inline')";
    const image = document.createElement("div");
    image.innerHTML = "<img src='/none' onerror=\"mark('handler')\">";
    const failed = new Promise((done) =>
      image.firstElementChild?.addEventListener("error", done, { once: true }),
    );
    document.body.append(script, image);
    await failed;
    await fetch("https://elsewhere.example/").catch(() => marks.push("kept in"));
    return marks;
  });
  expect(ran).toEqual(["kept in"]);
  expect(refused.length).toBeGreaterThanOrEqual(3);
});
