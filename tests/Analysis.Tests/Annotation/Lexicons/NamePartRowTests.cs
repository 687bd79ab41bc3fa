namespace Analysis.Tests.Annotation.Lexicons;

/// <summary>Each word by which names go on has a name that it lengthens, and a word in its place that does not.</summary>
public sealed class NamePartRowTests
{
    private static readonly List<LexiconRow> Rows = Lexicon.Read("name-parts.tsv", "word", "role");

    // The state's name is also the feminine of its nationality: الديسيلية, and its accusative: ديسيليا.
    private readonly Bench _bench = new(
    [
        "x\tstate\tالديسيلية\tX\tx\tديسيلي\tديسيليا",
        .. Rows.Where(row => row[1] == "initial").Select((row, at) => $"i{at}\tperson\tماتراس {row[0]} ديسيل\tX\t\t\t"),
    ]);

    [Theory]
    [InlineData("link", "التقى لقمان {0} ديسيل ثم انصرف", "لقمان {0} ديسيل")]
    [InlineData("second", "التقى لقمان ماتراس {0} ثم انصرف", "لقمان ماتراس {0}")]
    [InlineData("half", "وصلوا إلى مدينة {0} أبيض أمس", "{0} أبيض")]
    [InlineData("kind", "وصلوا إلى مطار ديسيل {0} أمس", "مطار ديسيل {0}")]
    [InlineData("initial", "قال ماتراس {0}. ديسيل أمس", "ماتراس {0}. ديسيل")]
    public void A_name_goes_on_by_it_and_not_by_a_word_with_other_letters_around(string role, string carrier, string name)
    {
        var report = new RowReport("name-parts.tsv");
        foreach (var row in Rows.Where(row => row[1] == role))
        {
            var example = Filled(carrier, row[0]);
            report.Check(row, _bench.Mentions(example) is [var found] && found.Surface == Filled(name, row[0]), example);
            report.Check(
                row, _bench.Mentions(Filled(carrier, $"ط{row[0]}ظ")).All(other => other.Surface != Filled(name, $"ط{row[0]}ظ")),
                "near miss");
        }

        report.Verify();
    }

    [Fact]
    public void A_word_of_the_chain_stands_between_a_title_and_its_name()
    {
        var report = new RowReport("name-parts.tsv");
        foreach (var row in Rows.Where(row => row[1] == "chain"))
        {
            // Behind it a given name alone is none, though it is one directly behind a rank.
            var (office, rank) = ($"قال المتحدث {row[0]} الخارجية لقمان ماتراس إن الوضع هادئ", $"وصل الشيخ {row[0]} لقمان أمس");
            report.Check(row, _bench.Mentions(office) is [{ Surface: "لقمان ماتراس", Rule: "title" }], office);
            report.Check(row, _bench.Mentions(rank).Count == 0, rank);
            report.Check(
                row, _bench.Mentions($"قال المتحدث ثم الخارجية لقمان ماتراس إن الوضع هادئ") is [{ Rule: "given-name" }], "near miss");
        }

        report.Verify();
    }

    [Fact]
    public void Behind_a_function_word_a_state_is_no_adjective_though_it_is_one_behind_a_noun_of_the_same_shape()
    {
        var report = new RowReport("name-parts.tsv");
        foreach (var row in Rows.Where(row => row[1] == "function"))
        {
            string[] examples = [$"قيل {row[0]} الديسيلية أمس", $"قيل {row[0]} ديسيليا أمس"];
            foreach (var example in examples) report.Check(row, _bench.Mentions(example) is [{ Type: "state" }], example);

            // Only a word with the letters of the article, or of the accusative, has a noun beside it.
            if (Letters.KeyOf(row[0]) is not (['ا', 'ل', ..] or [.., 'ا'])) continue;
            report.Check(row, examples.Any(example => IsDemonym(example, $"{row[0]}ظظ") || IsDemonym(example, $"ظظ{row[0]}")), "near miss");
            bool IsDemonym(string example, string noun) =>
                _bench.Mentions(example.Replace(row[0], noun, StringComparison.Ordinal)) is [{ Type: "demonym" }];
        }

        report.Verify();
    }

    private static string Filled(string carrier, string word) => carrier.Replace("{0}", word, StringComparison.Ordinal);
}
