using Analysis.Tests.Annotation.Audit;

namespace Analysis.Tests.Annotation.Lexicons;

/// <summary>Spellings and letters that stand for one another do so in their rows alone.</summary>
public sealed class SpellingRowTests
{
    [Fact]
    public void A_name_is_found_by_the_other_spelling_and_not_by_one_that_no_row_has()
    {
        var report = new RowReport("spellings.tsv");
        foreach (var row in Lexicon.Read("spellings.tsv", "part", "other", "example"))
        {
            var bench = new Bench($"x\torganization\tزرمق {row[0]}\tX\t\t\t", $"y\torganization\tديسيل {row[1]}\tY\t\t\t");
            report.Check(row, bench.Mentions($"قيل زرمق {row[1]} ثم ديسيل {row[0]} قيل").Count == 2, "the other spelling");
            report.Check(
                row, bench.Mentions($"قيل زرمق {row[1]}ظ ثم ديسيل ط{row[0]} ثم زرمق {row[1].Insert(2, "ظ")} قيل").Count == 0,
                "a letter more");
            report.Check(
                row, row[2].Split(' ').Any(word => Letters.KeyOf(word).Contains(Letters.KeyOf(row[0]), StringComparison.Ordinal)),
                $"the example {row[2]} doesn't hold it");
        }

        report.Verify();
    }

    [Fact]
    public void A_letter_is_taken_for_those_of_its_row_and_for_no_other()
    {
        var report = new RowReport("letter-confusions.tsv");
        var rows = Lexicon.Read("letter-confusions.tsv", "letters", "example");
        foreach (var row in rows)
        {
            var spellings = row[1].Split(", ");
            var names = Gazetteer.Read(new StringReader($"id\ttype\tname_ar\tname_en\nx\tperson\t{spellings[0]}\tX"), "names");
            foreach (var spelling in spellings[1..])
            {
                report.Check(row, row[0].Contains(spelling[0], StringComparison.Ordinal), spelling);
                report.Check(row, Audits.Of(names, 1, "عاد " + spelling).LookAlikes is [var look] && look.Surface == spelling, spelling);
            }

            foreach (var letter in rows.Where(other => other != row).Select(other => other[0][0]))
            {
                report.Check(
                    row, Audits.Of(names, 1, $"عاد {letter}{spellings[0][1..]}").LookAlikes.Count == 0, $"{letter}{spellings[0][1..]}");
            }
        }

        report.Verify();
    }
}
