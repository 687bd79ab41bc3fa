using System.Globalization;
using Analysis.Tests.Corpora;

namespace Analysis.Tests.Architecture;

public sealed class CultureTests
{
    [Theory]
    [InlineData("ar-SA")]
    [InlineData("en-US")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    public void The_pipeline_gives_the_same_in_every_culture(string culture)
    {
        CultureInfo other;
        try
        {
            other = CultureInfo.GetCultureInfo(culture);
        }
        catch (CultureNotFoundException)
        {
            // This machine knows the invariant culture only: there is no other in which the result could differ.
            return;
        }

        Assert.Equal(In(CultureInfo.InvariantCulture), In(other));
    }

    private static string In(CultureInfo culture)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
            var corpus = Corpus.Open(Repository.Corpus);
            using var written = new StringWriter(CultureInfo.InvariantCulture);
            foreach (var frame
                in (DataFrame[])[
                    corpus.Documents, corpus.Sentences, corpus.Tokens, corpus.Mentions, corpus.CoMentions, corpus.Times, corpus.Events])
            {
                TableView.TryCreate(frame)!.WriteCsv(written);
                written.Write(TableView.TryCreate(frame)!.ToHtml());
                written.WriteLine(frame);
            }

            written.Write(GoldenFile.Written(corpus.Events.WriteJsonLines));
            written.WriteLine(corpus);
            return written.ToString();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }
}
