package dev.lifeline.message;

import java.util.Locale;

/** Everything that can be said in one language. What all see is in the workspace's language, what one person sees in theirs. */
public record Voice(
        Cards cards,
        Tidings tidings,
        Reasons reasons,
        Answers answers,
        AccessAnswers access,
        LinkAnswers links,
        Help help,
        Forms forms,
        HistoryAnswers history,
        AccessKit kit,
        RevealAnswers reveal) {

    public static Voice in(Locale locale) {
        Phrasebook phrasebook = Phrasebook.in(locale);
        return new Voice(
                new Cards(phrasebook),
                new Tidings(phrasebook),
                new Reasons(phrasebook),
                new Answers(phrasebook),
                new AccessAnswers(phrasebook),
                new LinkAnswers(phrasebook),
                new Help(phrasebook),
                new Forms(phrasebook),
                new HistoryAnswers(phrasebook),
                new AccessKit(phrasebook),
                new RevealAnswers(phrasebook));
    }
}
