namespace Analysis.Tests.Annotation.Lexicons;

/// <summary>Each noun that announces a name, each body of a state and each letter of a designation proves itself by its example and by what
/// it leaves.</summary>
public sealed class HeadRowTests
{
    private readonly Bench _bench = new("x\tstate\tزولاند\tX\tx\tزولاندي\t", "s\tstate\tسوريا\tS\ts\tسوري\t", "y\tplace\tزرمقان\tY\t\t\t");

    [Fact]
    public void A_noun_announces_what_stands_behind_it_as_far_as_its_row_lets_it()
    {
        // لواء is a brigade and a general: behind the general stands a person.
        var titles = Lexicon.Read("titles.tsv", "title", "kind", "example").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        var report = new RowReport("name-heads.tsv");
        foreach (var row in Lexicon.Read("name-heads.tsv", "noun", "type", "span", "name", "of", "example"))
        {
            var (noun, inside) = (row[0], row[2] == "inside");
            var example = $"قيل إن {row[5]} ذكر";
            var name = row[3] switch
            {
                "list" => row[5].Split(' ')[1],
                _ when inside => row[5].TrimEnd('»'),
                _ => row[5][(row[5].IndexOf(noun, StringComparison.Ordinal) + noun.Length + 1)..].Trim('«', '»'),
            };
            report.Check(
                row, _bench.Mentions(example) is [var first, ..] && (first.Surface, first.Type, first.Rule) == (name, row[1], "head"),
                example);
            report.Check(row, _bench.Mentions($"قيل إن {noun} «زرمق ديسيل» ذكر") is [var quoted]
                && (quoted.Type, quoted.Surface) == (row[1], inside ? $"{noun} «زرمق ديسيل" : "زرمق ديسيل"), "quotation marks");

            report.Check(row, _bench.Mentions($"قيل إن {noun} كبيرة أو صغيرة ذكر").Count == 0, "ordinary words behind it");
            report.Check(row, _bench.Mentions($"قيل إن {noun}ظ زرمق وديسيل ذكر").Count == 0, "a letter behind it");
            if (titles.Contains(noun)) continue;
            foreach (var (words, taken) in Taken(row[3]))
            {
                var expected = taken.Split(" / ", StringSplitOptions.RemoveEmptyEntries).Select(part => inside ? $"{noun} {part}" : part);
                report.Check(
                    row, _bench.Mentions($"قيل إن {noun} {words} ثم ذكر").Select(found => found.Surface).SequenceEqual(expected), words);
            }

            if (row[3] == "list") continue;
            var ofPlaces = row[4] == "places";
            report.Check(
                row,
                _bench.Mentions($"قيل إن {noun} زرمقان ذكر") is [var known] && known.Surface == (ofPlaces ? $"{noun} زرمقان" : "زرمقان"),
                "a known place behind it");
        }

        report.Verify();
    }

    [Fact]
    public void A_body_is_a_noun_with_a_nationality_that_agrees_and_words_between_only_where_its_row_has_them()
    {
        var report = new RowReport("institutions.tsv");
        foreach (var row in Lexicon.Read("institutions.tsv", "noun", "gender", "of", "example"))
        {
            var (right, wrong) = row[1] == "feminine" ? ("الزولاندية", "الزولاندي") : ("الزولاندي", "الزولاندية");
            var (between, otherwise) = row[2] == "body" ? (" الزراعة ", " ") : (" ", " الزراعة ");
            report.Check(row, _bench.Mentions($"قال {row[3]} ذلك") is [{ Rule: "institution" } found] && found.Surface == row[3], row[3]);
            var example = $"قال {row[0]}{between}{right} ذلك";
            report.Check(
                row,
                _bench.Mentions(example) is [{ Type: "organization", Rule: "institution" } body] && body.Surface == row[0] + between
                + right, example);
            foreach (var miss in (string[])[$"{row[0]}{between}{wrong}", $"{row[0]}{otherwise}{right}", $"{row[0]}ظ{between}{right}"])
            {
                report.Check(row, _bench.Mentions($"قال {miss} ذلك").All(found => found.Rule != "institution"), miss);
            }
        }

        report.Verify();
    }

    [Fact]
    public void The_name_of_a_letter_and_a_number_make_a_designation()
    {
        var report = new RowReport("letter-names.tsv");
        foreach (var row in Lexicon.Read("letter-names.tsv", "name", "use", "example"))
        {
            report.Check(
                row, _bench.Mentions($"حلقت {row[2]} هناك") is [{ Type: "weapon", Rule: "designation" } found] && found.Surface == row[2],
                row[2]);
            report.Check(
                row,
                _bench.Mentions($"حلقت {row[2].Replace(row[0], row[0] + "ظ", StringComparison.Ordinal)} هناك")
                    .All(found => !found.Surface.Contains('ظ', StringComparison.Ordinal)), "a letter behind it");
            report.Check(row, _bench.Mentions($"حلقت {row[0]} 7 هناك").Count == (row[1] == "alone" ? 1 : 0), "alone before a number");
        }

        report.Verify();
    }

    private static (string Words, string Taken)[] Taken(string name) => name switch
    {
        "word" => [("زرمق الديسيل", "زرمق"), ("الزرمق ديسيل", "الزرمق"), ("زرمق وديسيل", "زرمق")],
        "words" => [("زرمق الديسيل", "زرمق الديسيل"), ("الزرمق ديسيل", "الزرمق ديسيل")],
        "foreign" => [("زرمق الديسيل", "زرمق"), ("زرمق ديسيل", "زرمق ديسيل"), ("الزرمق ديسيل", "")],
        "definite" => [("زرمق الديسيل", "زرمق الديسيل"), ("زرمق ديسيل", "زرمق"), ("الزرمق ديسيل", "الزرمق")],
        "list" => [("زرمق الديسيل", "زرمق"), ("زرمق وديسيل", "زرمق / ديسيل")],
        _ => [("زرمق الديسيل", ""), ("الزرمق ديسيل", "")],
    };
}
