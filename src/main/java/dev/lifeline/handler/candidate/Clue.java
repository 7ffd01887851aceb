package dev.lifeline.handler.candidate;

import com.google.re2j.Pattern;
import java.util.Arrays;

/** What stands around a word and says whether the message is about the device that it names. */
enum Clue {
    /** A field of the host. */
    HOST_FIELD(40, word -> Words.HOST.matches(word.piece().label())),
    /** A field of whoever noticed. */
    OBSERVER_FIELD(-60, word -> Words.OBSERVER.matches(word.piece().label())),
    /** {@code host: web-07}, {@code "instance":"web-07"}, {@code server web-07}. */
    HOST_BEFORE(25, word -> Words.HOST_BEFORE.matcher(word.before()).find()),
    /** {@code checked by core-05}, {@code probe core-05}. */
    OBSERVER_BEFORE(-60, word -> Words.OBSERVER_BEFORE.matcher(word.before()).find()),
    /** {@code source=core-05}: in a log it is the device itself, in an alert whoever noticed. */
    SOURCE(
            -35,
            word -> Words.SOURCE.matches(word.piece().label())
                    || Words.SOURCE_BEFORE.matcher(word.before()).find()),
    /** {@code no route from web-08}. */
    FROM_BEFORE(-15, word -> Words.FROM_BEFORE.matcher(word.before()).find()),
    /** A stage in a comparison: {@code like web-08}, {@code not web-08}. */
    OTHER_BEFORE(-30, word -> Words.OTHER_BEFORE.matcher(word.before()).find()),
    /** {@code core-05 nagios[812]:}, with which a line of syslog begins. */
    SYSLOG_HOST(-40, word -> Words.SYSLOG_AFTER.matcher(word.after()).find()),
    /** {@code web-07 is down}. */
    FAILS(10, word -> Words.FAILS_AFTER.matcher(word.after()).find()),
    /** {@code web-08 is fine}. */
    IS_WELL(-30, word -> Words.WELL_AFTER.matcher(word.after()).find()),
    /** Part of a path, where hosts of backups and dashboards stand. */
    IN_A_PATH(-20, word -> word.before().endsWith("/") && !word.before().endsWith("//")),
    /** An e-mail address: its host sends the message. */
    MAIL_HOST(
            -60,
            word -> word.before().endsWith("@")
                    && !Words.LOGIN_BEFORE.matcher(word.before()).find());

    private final int weight;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Test test;

    Clue(int weight, Test test) {
        this.weight = weight;
        this.test = test;
    }

    /** The weights of all clues about a word together. */
    static int weightOf(Word word) {
        return Arrays.stream(values())
                .filter(clue -> clue.test.holds(word))
                .mapToInt(clue -> clue.weight)
                .sum();
    }

    /** Whether a clue is there. */
    @FunctionalInterface
    private interface Test {
        boolean holds(Word word);
    }

    /** The expressions; English and Italian words of alerts, and the field names of monitoring products. */
    private static final class Words {

        private static final String HOSTS =
                "(?:affected |impacted |target )?(?:host(?:[ _.]?(?:name|alias|display_name))?s?|instances?|(?:virtual )?servers?|nodes?|nodename|devices?"
                        + "|machines?|vms?|targets?|entity(?:[ _]name)?|entities|resources?|assets?|ci|configuration item|monitor(?: name)?"
                        + "|client|computer(?: ?name)?|object|instanceid|nodi?|macchin[ae]|dispositiv[oi]|istanz[ae])";
        private static final String OBSERVERS =
                "(?:poller|probe|collector|satellite|receiver|reporter|prometheus|alertmanager|checker"
                        + "|check[ _]source|monitoring (?:host|server|station)|monitor host|agent|relay|proxy|bastion|jump ?host|gateway|zabbix server"
                        + "|nagios server|(?:sent|checked|monitored|reported|seen|polled|detected|triggered) (?:from|by|via|on)|via|through"
                        + "|(?:rilevat|segnalat|controllat|inviat|vist)[oaie] da(?:l|lla)?|tramite|controllore)";
        private static final String SOURCES = "(?:source(?:[ _]host)?|origin|origine|sorgente)";
        private static final String LINK = "[\\s\"'`*_\\])>]*[:=]?[\\s\"'`*_\\[(<]*$";

        static final LabelPattern HOST = new LabelPattern(HOSTS);
        static final LabelPattern OBSERVER = new LabelPattern(OBSERVERS);
        static final Pattern HOST_BEFORE = Pattern.compile("(?i)(?:^|[^\\pL])" + HOSTS + LINK);
        static final Pattern OBSERVER_BEFORE = Pattern.compile("(?i)(?:^|[^\\pL])" + OBSERVERS + LINK);
        static final LabelPattern SOURCE = new LabelPattern(SOURCES);
        static final Pattern SOURCE_BEFORE = Pattern.compile("(?i)(?:^|[^\\pL])" + SOURCES + LINK);
        static final Pattern FROM_BEFORE = Pattern.compile("(?i)(?:^|[^\\pL])(?:from|da|dal|dalla)\\s+[`*\"']?$");
        static final Pattern OTHER_BEFORE = Pattern.compile(
                "(?i)(?:^|[^\\pL])(?:not|like|unlike|same as|as on|instead of|non|come|invece di|standby(?: is)?|replica(?: is)?|peer(?: is)?)\\s+[`*\"']?$");
        static final Pattern SYSLOG_AFTER = Pattern.compile("^\\s+[a-z][\\w./-]*(?:\\[[0-9]+])?:(?:\\s|$)");
        static final Pattern FAILS_AFTER = Pattern.compile(
                "(?i)^[`*\"']*[\\s:,;-]*(?:(?:is|was|went|has|seems|appears|does|did|keeps?|stopped|è|sembra|risulta)\\s+)?(?:not\\s+|n't|non\\s+)?"
                        + "(?:down|unreachable|dead|hung|hanging|stuck|critical|offline|failing|failed|gone|broken|unresponsive|respond|answer|reboot\\w*"
                        + "|crash\\w*|gi[uù]|ferm[oa]|irraggiungibile|rispond\\w*|bloccat[oa]|mort[oa])");
        static final Pattern WELL_AFTER = Pattern.compile(
                "(?i)^[`*\"']*\\s*(?:,?\\s*(?:which\\s+)?(?:is|was|looks?|seems|are|è|sta|invece\\s+è)\\s+)(?:still\\s+|ancora\\s+|back\\s+)?"
                        + "(?:fine|ok|okay|up|healthy|well|good|back|bene|a\\s+posto|su)(?:[^\\pL]|$)");
        static final Pattern LOGIN_BEFORE =
                Pattern.compile("(?i)(?:^|[^\\w.-])(?:root|admin|administrator|ubuntu|ec2-user|centos|debian)@$");

        private Words() {}
    }

    /** A label as a whole, without decoration. */
    private record LabelPattern(Pattern pattern) {

        LabelPattern(String words) {
            this(Pattern.compile("(?i)[\\s*_`]*" + words + "[\\s*_`:]*"));
        }

        boolean matches(String label) {
            return pattern.matches(label);
        }
    }
}
