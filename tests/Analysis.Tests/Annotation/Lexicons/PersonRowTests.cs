namespace Analysis.Tests.Annotation.Lexicons;

/// <summary>Each row of the lexicons by which persons are found has a sentence in which it decides, and one beside it in which nothing is
/// found.</summary>
public sealed class PersonRowTests
{
    private readonly Bench _bench = new();

    [Fact]
    public void A_given_name_makes_a_person_of_the_word_behind_it_and_one_that_is_a_word_does_so_only_behind_a_title()
    {
        var report = new RowReport("given-names.tsv");
        foreach (var row in Lexicon.Read("given-names.tsv", "name", "use"))
        {
            var plain = row[1] != "word";
            var name = row[0] + " الديسيلي";
            string[] examples = plain ? [$"التقى {name} ثم انصرف"]
                : [$"قال قائد الفيلق، {name} إن الوضع هادئ", $"التقى لقمان {row[0]} ثم انصرف"];
            report.Check(row, examples.Any(example => _bench.Mentions(example) is [{ Type: "person" } person]
                && person.Surface.Contains(row[0], StringComparison.Ordinal)
                && person.Rule == (plain || example == examples[^1] ? "given-name" : "title")), examples[0]);

            string[] misses = plain ? [$"التقى ط{name} ثم انصرف", $"التقى {row[0]}ظ الديسيلي ثم انصرف"] : [$"التقى {name} ثم انصرف"];
            if (row[1] == "tribal") misses = [.. misses, $"التقى {row[0]} ديسيل ثم انصرف", $"التقى {row[0]} الديسيل ثم انصرف"];
            foreach (var miss in misses) report.Check(row, _bench.Mentions(miss).Count == 0, miss);
        }

        report.Verify();
    }

    [Fact]
    public void An_ordinary_word_is_no_surname_and_verbs_and_particles_part_a_title_from_the_name_behind_them()
    {
        // What is in another list as well is more than an ordinary word.
        var names = Keys(Lexicon.Read("given-names.tsv", "name", "use"));
        var heads = Keys(Lexicon.Read("name-heads.tsv", "noun", "type", "span", "name", "of", "example"));
        var parts = Keys(Lexicon.Read("name-parts.tsv", "word", "role").Where(row => row[1] is "chain" or "link"));
        var report = new RowReport("ordinary-words.tsv");
        foreach (var row in Lexicon.Read("ordinary-words.tsv", "word", "class"))
        {
            var key = Letters.KeyOf(row[0]);
            if (names.Contains(key)) continue;
            var surname = $"التقى لقمان {row[0]} ثم انصرف";
            var chain = $"قال قائد الفيلق {row[0]} لقمان الزرمق إن الوضع هادئ";
            var (alone, behind) = (_bench.Mentions(surname), _bench.Mentions(chain));
            report.Check(row, alone.Count == 0, surname);
            report.Check(
                row,
                _bench.Mentions($"التقى لقمان ط{row[0]}ظ ثم انصرف") is [{ Rule: "given-name" } other]
                && other.Surface == $"لقمان ط{row[0]}ظ", "the invented word is no surname");
            if (heads.Contains(key) || parts.Contains(key)) continue;
            report.Check(
                row,
                behind is [{ Surface: "لقمان الزرمق" } person] && person.Rule == (row[1] is "verb" or "particle" ? "given-name" : "title"),
                chain);
        }

        report.Verify();
    }

    [Fact]
    public void A_title_announces_the_name_behind_it_and_a_rank_even_a_given_name_alone()
    {
        var report = new RowReport("titles.tsv");
        foreach (var row in Lexicon.Read("titles.tsv", "title", "kind", "example"))
        {
            var title = row[2][..row[2].LastIndexOf(' ')];
            var example = $"قال {title} ديسيل ماتراس إن الوضع هادئ";
            report.Check(row, _bench.Mentions(example) is [{ Surface: "ديسيل ماتراس", Type: "person", Rule: "title" }], example);
            report.Check(row, _bench.Mentions($"قال {title}ظ ديسيل ماتراس إن الوضع هادئ").Count == 0, "a letter behind");
            report.Check(row, _bench.Mentions($"وصل {title} لقمان أمس").Count == (row[1] == "rank" ? 1 : 0), "a given name alone");
        }

        report.Verify();
    }

    [Fact]
    public void No_word_stands_twice_in_a_list_that_knows_it_by_its_search_key()
    {
        foreach (var rows in (IEnumerable<List<LexiconRow>>)
            [
                Lexicon.Read("given-names.tsv", "name", "use"), Lexicon.Read("ordinary-words.tsv", "word", "class"),
                    Lexicon.Read("metonymy.tsv", "word", "role", "example"),
                Lexicon.Read("titles.tsv", "title", "kind", "example"),
                    Lexicon.Read("event-prepositions.tsv", "word", "relation", "behind", "note"),
            ])
        {
            Assert.Equal(
                "", string.Join(
                    " · ",
                    rows.GroupBy(row => Letters.KeyOf(row[0])).Where(group => group.Count() > 1)
                        .Select(group => $"{group.First().Source}({group.Last().Line}) {group.Key}")));
        }
    }

    private static HashSet<string> Keys(IEnumerable<LexiconRow> rows) =>
        rows.Select(row => Letters.KeyOf(row[0])).ToHashSet(StringComparer.Ordinal);
}
