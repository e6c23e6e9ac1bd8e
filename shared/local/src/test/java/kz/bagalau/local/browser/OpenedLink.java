package kz.bagalau.local.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import kz.bagalau.local.Trial;

/// A phone on which the link of a survey was opened, in Kazakh. Whatever the browser asks is
/// accepted.
record OpenedLink(Device device, Page page, SurveyPage survey) implements AutoCloseable {

    static OpenedLink of(Browser browser, Trial trial, String survey) {
        Device device = Device.phone(browser, trial.address(), "kk");
        Page page = device.open(trial.link(survey));
        page.onDialog(Dialog::accept);
        return new OpenedLink(device, page, new SurveyPage(page));
    }

    /// Fails where the page reported anything amiss.
    @Override
    public void close() {
        device.isQuiet();
        device.close();
    }

    /// Everything that the browser keeps for this page, as text.
    String kept() {
        return (String)
                page.evaluate(
                        """
                        async () => {
                            const done = request => new Promise((resolve, reject) => {
                                request.onsuccess = () => resolve(request.result);
                                request.onerror = () => reject(request.error);
                            });
                            const kept = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
                            for (const { name } of await indexedDB.databases()) {
                                const database = await done(indexedDB.open(name));
                                for (const store of database.objectStoreNames) {
                                    const all = database.transaction(store).objectStore(store).getAll();
                                    kept.push(JSON.stringify(await done(all)));
                                }
                                database.close();
                            }
                            return kept.join('\\n');
                        }
                        """);
    }
}
