using System.Globalization;
using System.Text.RegularExpressions;
using Analysis.Tests.Corpora;

namespace Analysis.Notebooks.Tests;

/// <summary>
/// What the prose of the notebooks states in numbers, computed again: by LINQ over records, and by the library's measures only where the
/// sentence is about a measure. A claim is a phrase of a cell, <c>02/title</c>, or of all cells, <c>*</c>.
/// </summary>
internal static class Claims
{
    private static readonly string[] Words =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];

    /// <summary>The claims about the project's corpus; the held-out texts are those of notebook 05.</summary>
    public static IEnumerable<(string Cell, string Phrase)> Of(Corpus corpus, Corpus heldOut)
    {
        var guidelines = File.ReadAllText(Path.Combine(Repository.Corpus, "gold", "GUIDELINES.md"));
        IEnumerable<(string Cell, FormattableString Phrase)>[] parts =
        [
            OfAll(corpus), OfWords(corpus), OfNames(corpus), OfPairs(corpus), OfEvents(corpus),
            OfQuality(Evaluation.Of(corpus), Evaluation.Of(heldOut)), OfAgreement(guidelines),
        ];
        return parts.SelectMany(part => part).Select(claim => (claim.Cell, Invariant(claim.Phrase)));
    }

    private static IEnumerable<(string Cell, FormattableString Phrase)> OfAll(Corpus corpus)
    {
        var articles = Word(corpus.Documents.Count);
        var states = Word(corpus.Mentions.CountBy(m => m.Entity).Take(4).Count(most => corpus.TypeOf(most.Value!) == "state"));
        foreach (var noun in new[] { "Arabic articles", "short articles", "articles", "documents", "texts" })
            yield return ("*", $"{articles} {noun}");
        yield return ("*", $"{states} states");
        yield return ("02/title", $"none of the {states}");
        yield return ("02/title", $"order of the {states}");
        yield return ("03/a-units", $"with {articles} of them");
    }

    private static IEnumerable<(string Cell, FormattableString Phrase)> OfWords(Corpus corpus)
    {
        Token[] words = [.. corpus.Tokens.Where(token => token.Kind == TokenKind.Word)];
        int[] lengths = [.. words.GroupBy(word => word.Document).Select(document => document.Count())];
        var longest = corpus.Documents.Select(document => Edtf.Parse(document.PublishedInterval))
            .Max(interval => interval.Latest!.Value.DayNumber - interval.Earliest!.Value.DayNumber + 1);
        DateOnly[] published = [.. corpus.Documents.Select(document => document.Published!.Value).Order()];
        var gap = published.Zip(published.Skip(1), (one, next) => next.DayNumber - one.DayNumber).Max();
        string[] names = [.. corpus.Mentions.Where(m => m.Entity == "esmail-qaani").Select(m => m.Surface)];
        var spellings = names.Select(name => name.Split(' ')[^1]).Distinct().Count();
        string[] forms = [.. words.Select(word => word.Surface).Distinct()];
        int Different(NormalizationLevel level) => forms.Select(form => Normalizer.Normalize(form, level)).Distinct().Count();
        yield return ("01/title", $"{words.Length:N0} words");
        yield return ("01/title", $"within {Word(longest)} days");
        yield return ("01/title", $"spelled {Word(spellings)} ways");
        yield return ("01/a-dates", $"{Word((int)Math.Round(gap / 30.4))} months");
        yield return ("01/a-length", $"{lengths.Min()} to {lengths.Max()} words");
        if (lengths.Max() < 2 * lengths.Min()) yield return ("01/a-length", $"None is twice as long");
        yield return (
            "01/a-variants",
            $"{Word(names.Length)} mentions have {Word(names.Distinct().Count())} forms and {Word(spellings)} spellings");
        yield return ("01/a-variants", $"none of the {Word(names.Length)}");
        var folded = Different(NormalizationLevel.Key);
        yield return ("01/a-levels", $"{forms.Length - folded} of {forms.Length:N0} different words");
        yield return ("01/a-levels", $"another {folded - Different(NormalizationLevel.Stem)}");
    }

    private static IEnumerable<(string Cell, FormattableString Phrase)> OfNames(Corpus corpus)
    {
        int Named(string id) => corpus.Mentions.Count(m => m.Entity == id);
        var actorOf = corpus.Entities.ToDictionary(entity => entity.Id, entity => entity.StateActor);
        int Of(string actor, string type) => corpus.Mentions.Count(m => actorOf[m.Entity!] == actor && m.Type == type);
        var inThree = corpus.Mentions.Count(m => actorOf[m.Entity!] is "usa" or "iraq" or "iran");
        yield return ("02/title", $"{inThree} of {corpus.Mentions.Count} mentions");
        yield return ("02/a-most", $"within {Word((int)Math.Ceiling((Named("usa") - Named("iran")) / 10.0) * 10)} mentions");
        yield return ("02/a-rollup", $"{Of("usa", "organization")} mentions are American *organizations*");
        yield return ("02/a-rollup", $"against {Of("iran", "organization")} Iranian ones");
        yield return ("02/a-rollup", $"{Of("iran", "person")} are Iranian *persons*, {Named("qasem-soleimani")} of them Soleimani");
        yield return ("02/a-rollup", $"against {Of("usa", "person")} American ones");
        yield return ("02/a-rollup", $"{Of("iraq", "organization")} mentions of organizations and only {Of("iraq", "person")} of persons");
        int Stands(bool government, params string[] ids) => corpus.Mentions.Count(m => ids.Contains(m.Entity) && m.Metonym == government);
        var governments = Stands(true, "washington", "tehran");
        yield return ("02/a-capitals", $"{governments} of {governments + Stands(false, "washington", "tehran")} mentions");
        yield return ("02/a-capitals", $"{Stands(false, "baghdad")} of {Named("baghdad")} mentions");
        yield return ("02/a-dispersion", $"{Word(Named("washington"))} times and {Word(Named("esmail-qaani"))}");
        yield return ("02/a-dispersion", $"Washington (DP {Deviation(corpus, "washington"):0.00})");
        yield return ("02/a-dispersion", $"Qaani ({Deviation(corpus, "esmail-qaani"):0.00})");
        const string Militia = "pmf";
        var inOne = corpus.Mentions.Where(m => m.Entity == Militia).GroupBy(m => m.Document).Max(document => document.Count());
        yield return ("02/a-dispersion", $"{Word(inOne)} of the {Word(Named(Militia))} mentions");
        string Share(string part, Func<double, bool> isIn, params string[] ids)
        {
            double[] places = [.. corpus.Mentions.Where(m => m.Document == "002" && ids.Contains(m.Entity))
                .Select(m => (double)m.Start / corpus["002"].Text.Length)];
            var within = places.Count(isIn);
            var names = string.Join(" and ", ids.Select(corpus.NameOf));
            return within == places.Length ? $"all {Word(within)} mentions of {names} lie in the {part}"
                : $"{Word(within)} of the {Word(places.Length)} of {names} in the {part}";
        }
        yield return ("02/a-positions", $"{Share("first half", place => place < 1 / 2.0, "baghdad")}");
        yield return ("02/a-positions", $"{Share("second half", place => place >= 1 / 2.0, "iran")}");
        yield return ("02/a-positions", $"{Share("last third", place => place >= 2 / 3.0, "tehran", "washington")}");
        var spring = corpus.Documents.Where(document => document.Published!.Value.Month == 3 || document.Published!.Value.Month == 4)
            .Select(document => document.Id).ToHashSet();
        double Rate(bool inSpring, string id = "qasem-soleimani") => 1000.0 * corpus.Mentions.Count(m => m.Entity == id
                && spring.Contains(m.Document) == inSpring)
            / corpus.Tokens.Count(token => token.Kind == TokenKind.Word && spring.Contains(token.Document) == inSpring);
        if (Math.Round(Rate(false) / Rate(true), 1) == 2) yield return ("02/a-seasons", $"named twice as often in winter");
        var fewer = Math.Round(2 * Rate(false, "us-forces") / Rate(true, "us-forces")) == 1;
        if (fewer) yield return ("02/a-seasons", $"US forces half as often");
        yield return ("02/a-seasons", $"{Rate(false):0.#} times in 1,000 words against {Rate(true):0.0}");
        yield return ("02/a-seasons", $"{Word(corpus.Documents.Count - spring.Count)} and {Word(spring.Count)} articles");
        var adjectives = corpus.Mentions.Count(m => m.Entity == "usa" && m.Type == "demonym");
        yield return ("02/limits", $"{adjectives} of the {Named("usa")} mentions");
    }

    private static IEnumerable<(string Cell, FormattableString Phrase)> OfPairs(Corpus corpus)
    {
        Sentence[] body = [.. corpus.Sentences.Where(sentence => sentence.Kind == SentenceKind.Body)];
        var named = corpus.Mentions.ToLookup(m => (m.Document, m.Sentence), m => m.Entity);
        int With(params string[] ids) => body.Count(sentence => ids.All(named[(sentence.Document, sentence.Index)].Contains));
        string[] most = [.. corpus.Mentions.GroupBy(m => m.Entity!).OrderByDescending(same => same.Count())
            .ThenBy(same => same.Key, StringComparer.Ordinal).Take(12).Select(same => same.Key)];
        yield return ("03/title", $"{With("usa", "iraq")} sentences with Iraq, {With("usa", "iran")} with Iran");
        yield return ("03/title", $"other {Word(most.Count(id => id != "usa" && With("usa", id) > 0))} names");
        yield return (
            "03/title",
            $"{With("iran", "iraq")} sentences where {(double)With("iran") * With("iraq") / body.Length:0} are expected");
        yield return ("03/a-often", $"{body.Length} sentences");
        var strongest = CoMentions.Of(corpus.Mentions, corpus.Sentences, minimum: 3).OrderByDescending(pair => pair.Npmi).Take(10)
            .WithIntervals(corpus.Mentions, corpus.Sentences);
        yield return ("03/a-chance", $"{body.Length} sentences");
        yield return ("03/a-chance",
            $"{Word(strongest.Count(pair => double.IsNaN(pair.Low)))} of the {Word(strongest.Count)} strongest pairs have no interval");
        yield return ("03/a-chance", $"in fewer than {Word(3)} articles");
        yield return ("03/a-chance", $"For {Word(strongest.Count(pair => pair.Low == -1))} the interval reaches down to −1");
        yield return ("03/a-chance", $"Only {Word(strongest.Count(pair => pair.Low > 0))} stay right of 0");
        yield return ("03/a-chance", $"for the {Word(strongest.Count)} pairs in the chart");
        var visit = (double)With("baghdad", "esmail-qaani") * body.Length / With("baghdad") / With("esmail-qaani");
        yield return ("03/a-chance", $"{Word((int)visit)} times as often as expected");
        int SentencesOf(string id) => body.Count(sentence => sentence.Document == id);
        int WordsOf(string id) => corpus.Tokens.Count(token => token.Document == id && token.Kind == TokenKind.Word);
        yield return ("03/limits", $"Article 003 has {SentencesOf("003")} sentences for {WordsOf("003")} words");
        yield return ("03/limits", $"article 001 has {SentencesOf("001")} for {WordsOf("001")}");
    }

    private static IEnumerable<(string Cell, FormattableString Phrase)> OfEvents(Corpus corpus)
    {
        int Kinds(params string[] kinds) => corpus.Events.Count(each => kinds.Contains(each.Kind));
        var reports = corpus.Events.Count;
        var death = new DateOnly(2020, 1, 3);
        yield return ("04/title", $"{Kinds("statement", "threat")} of {reports} reports");
        yield return ("04/title", $"{Kinds("deployment", "withdrawal")} are deployments and withdrawals");
        yield return ("04/title", $"{Kinds("attack", "killing")} are attacks and killings");
        yield return ("04/title", $"Only {corpus.Events.Count(each => each.DateBasis == "stated")} reports hold a date with its year");
        var tell = corpus.Events.Where(each => each.Targets.Contains("qasem-soleimani"));
        yield return ("04/title", $"which all {Word(tell.Select(each => each.Document).Distinct().Count())} report");
        yield return ("04/a-kinds", $"{Kinds("threat")} threats and {Kinds("statement")} statements");
        var entries = Chronology.Of(corpus);
        var january = entries.Where(each => Chronology.MonthOf(each) == "2020-01").Select(each => each.Document).Distinct().Count();
        yield return ("04/a-memory", $"{Word(january)} of the {Word(corpus.Documents.Count)} articles");
        ChronologyEntry[] dated = [.. entries.Where(Chronology.NamesDay)];
        int Lag(ChronologyEntry entry) => entry.Published!.Value.DayNumber - entry.Earliest!.Value.DayNumber;
        var soon = dated.Count(entry => Lag(entry) is >= 0 and <= 7);
        yield return ("04/a-lag", $"{dated.Length} of the {reports} reports");
        yield return ("04/a-lag", $"{Word(soon)} of the {Word(dated.Length)} appear within a week");
        yield return ("04/a-lag", $"The {Word(dated.Length - soon)} others");
        yield return ("04/a-lag", $"{Word((int)Math.Round(dated.Where(entry => entry.Earliest == death).Min(Lag) / 30.4))} months later");
        yield return ("04/a-lag", $"{Word(dated.Where(entry => entry.Earliest != death).Max(Lag))} days before");
        yield return (
            "04/a-calendar",
            $"{Word(dated.Select(entry => entry.Earliest).Distinct().Count())} days hold all {Word(dated.Length)} reports");
        var endOfMarch = dated.Count(entry => entry.Earliest >= new DateOnly(2020, 3, 30) && entry.Earliest <= new DateOnly(2020, 3, 31));
        if (2 * endOfMarch == dated.Length) yield return ("04/a-calendar", $"Half of them fall on 30 and 31 March 2020");
        var perMonth = entries.Where(entry => entry.Earliest >= Chronology.Start(corpus) && Chronology.MonthOf(entry) is not null)
            .GroupBy(entry => new DateOnly(entry.Earliest!.Value.Year, entry.Earliest.Value.Month, 1)).ToList();
        DateOnly Peak(Func<DateOnly, bool> half) => perMonth.Where(month => half(month.Key)).MaxBy(month => month.Count())!.Key;
        var (spring, winter) = (Peak(month => month < new DateOnly(2020, 9, 1)), Peak(month => month > new DateOnly(2020, 9, 1)));
        yield return ("04/a-rhythm", $"{Word(((winter.Year - spring.Year) * 12) + winter.Month - spring.Month)} months apart");
        // The span that the code below the prose sets.
        yield return ("04/a-rhythm", $"moving mean over {Word(3)} months");
        var joined = Chronology.Joined(corpus);
        var missiles = corpus.Events.Where(each => each.Kind == "attack" && each.Actors.Contains("iran"));
        yield return ("04/a-joined", $"is in {Word(missiles.Select(each => each.Document).Distinct().Count())} articles");
        var several = joined.Count(entry => entry.Documents.Count > 1);
        yield return ("04/a-joined", $"{Word(several)} events have several reports");
        var deeds = joined.Where(each => each.Kind != "statement" && (each.Latest ?? each.Earliest) >= Chronology.Start(corpus)).ToList();
        yield return ("04/a-chronology", $"{Word(deeds.Count(Chronology.NamesDay))} of the {deeds.Count} marks");
        yield return ("04/a-chronology", $"Of {deeds.Count(each => each.Earliest is null)} the text says only");
        var months = Escalation.ByMonth(joined.Where(each => each.Earliest >= Chronology.Start(corpus)));
        var first = months.Single(month => month.Month == new DateOnly(2020, 1, 1));
        yield return ("04/a-tone", $"{first.Events} events, lies at {first.Goldstein:0.00} on Goldstein's scale and {first.Plover:0.00}");
        yield return ("04/a-tone", $"{Word(months.Single(month => month.Month == new DateOnly(2020, 2, 1)).Events)} events");
        yield return (
            "04/a-tone",
            $"these {months.Where(month => month.Month >= new DateOnly(2020, 3, 1)).Sum(month => month.Events)} events");
        yield return ("04/a-tone", $"rated +{joined.Where(each => each.Kind == "withdrawal").Max(each => each.Goldstein):0}");
        var acts = Interactions.Of(corpus).ToDictionary(act => act.Id);
        Interaction Act(string actor, string target) => acts[$"{actor} → {target}"];
        var (there, back, harsh) = (Act("iran", "usa"), Act("usa", "iran"), Act("usa", "iran-backed-militias"));
        yield return (
            "04/a-actors",
            $"{there.Events} events one way (mean {there.Goldstein:0.00}), {back.Events} the other ({back.Goldstein:0.00})");
        yield return ("04/a-actors", $"{harsh.Events}, with a mean of {harsh.Goldstein:0.00}");
        yield return ("04/a-actors", $"a mean near 0 ({Act("iraq", "usa").Goldstein:0.00})");
        var appeals = corpus.Events.Where(each => each.Kind == "demand" && each.Actors.Count > 0).ToList();
        yield return ("04/a-actors", $"are rated {appeals.Min(each => each.Goldstein):0.0} each");
        var charge = corpus.Events.First(each => each.Kind == "accusation" && each.Actors.Contains("iraq"));
        yield return ("04/a-actors", $"a charge is rated {charge.Goldstein:0}");
        yield return ("04/a-actors", $"for help {appeals.Max(each => each.Goldstein):0}");
        yield return ("04/a-actors", $"{Word(acts.Values.Count(act => act.Events == 1))} arrows stand for a single event");
    }

    private static IEnumerable<(string Cell, FormattableString Phrase)> OfQuality(Evaluation here, Evaluation heldOut)
    {
        yield return ("05/a-comparison", $"{100 * here["joined_r"]:0} of 100 pairs of reports");
        var development = Corpus.Open(Repository.Development).Documents.Count;
        yield return ("05/limits", $"{Word(development)} development texts");
        int Of100(string key) => (int)Math.Round(100 * heldOut[key]);
        yield return ("*", $"{Word(heldOut.Documents)} texts");
        yield return ("*", $"{Word(heldOut.Documents)} documents");
        yield return (
            "05/title",
            $"{Of100("mention_r")} of 100 mentions are found exactly, and {Of100("mention_p")} of 100 that are found are right");
        yield return (
            "05/title",
            $"{Of100("time_r")} are found and {Of100("time_p")} are right, and the date is right for {Of100("time_value")} of 100");
        var (kind, dated) = (Of100("event_kind_r"), Of100("event_kind_date_r"));
        yield return (
            "05/title",
            $"100 events that their annotators hold beyond dispute, {kind} are found with their kind, {dated}");
        var types = heldOut.Types.Where(type => type.Type.StartsWith("mention/", StringComparison.Ordinal) && type.Type != "mention/all")
            .ToLookup(type => type.Gold < 50);
        string Scores(bool areRare) => $"{Word(types[areRare].Count())} {(areRare ? "types with fewer than 50 names score" : "others")} "
            + FormattableString.Invariant($"{types[areRare].Min(type => type.F1):0.00} to {types[areRare].Max(type => type.F1):0.00}");
        yield return ("05/a-own-chart", $"{Scores(true)}");
        yield return ("05/a-own-chart", $"{Scores(false)}");
        yield return ("04/a-actors", $"{Of100("targets_r")} of 100 targets are found");
        if (heldOut["joined_r"] == 0) yield return ("05/a-comparison", $"none of the few pairs");
        yield return ("05/title", $"of those acted upon, {Of100("targets_r")} are found");
        yield return ("05/title", $"one in {Word((int)Math.Round(1 / (1 - heldOut["event_p"])))} that are found and counted is wrong");
        yield return ("05/title", $"the disputed ones too, {Of100("event_kind_r_all")} of 100 are found");
        yield return ("05/title", $"{Of100("actors_r")} of 100 are found and {Of100("actors_p")} of 100 that are found are right");
    }

    /// <summary>Agreement of the two annotators, as the guidelines state it.</summary>
    private static IEnumerable<(string Cell, FormattableString Phrase)> OfAgreement(string guidelines)
    {
        double Stated(string before) => double.Parse(
            Regex.Match(guidelines, Regex.Escape(before) + @"\s+([0-9.]*[0-9])").Groups[1].Value, CultureInfo.InvariantCulture);
        var same = 100 * Stated("same kind") / Stated("events");
        yield return ("05/a-figures", $"agree on {100 * Stated("mention spans F1"):0.0} of 100 mention spans");
        yield return ("05/a-figures", $"{100 * Stated("values") / Stated($"values {Stated("values")} of"):0} of 100 values");
        yield return (
            "05/a-figures",
            $"{Stated("events")} of {Stated("in common of")} events, of which {same:0} of 100");
    }

    /// <summary>Gries' DP by its definition: half the sum of the differences between shares of mentions and shares of words.</summary>
    private static double Deviation(Corpus corpus, string id)
    {
        var words = corpus.Tokens.Where(token => token.Kind == TokenKind.Word).ToList();
        var mentions = corpus.Mentions.Where(m => m.Entity == id).ToList();
        return corpus.Documents.Sum(document => Math.Abs(((double)mentions.Count(m => m.Document == document.Id) / mentions.Count)
            - ((double)words.Count(word => word.Document == document.Id) / words.Count))) / 2;
    }

    private static string Word(int number) => Words[number];

    private static string Invariant(FormattableString phrase) =>
        phrase.ToString(CultureInfo.InvariantCulture).Replace('-', '−');
}
