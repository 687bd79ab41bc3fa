namespace Analysis.Tests.Annotation.Events;

public sealed class VerbFormsTests
{
    [Theory]
    [InlineData("أعلن", "أعلن أعلنت أعلنوا أعلنتا أعلنا")]
    [InlineData("نفى", "نفى نفت نفوا نفتا نفا")]
    [InlineData("دعا", "دعا دعت دعوا دعتا دعا")]
    [InlineData("أمر", "أمر أمرت أمروا أمرتا")]
    public void Perfects_are_inflected(string verb, string forms) => Assert.Equal(forms.Split(' '), VerbForms.Perfect(verb));

    [Theory]
    [InlineData("يعلن", "تعلن يعلنون تعلنان")]
    [InlineData("يدعو", "تدعو يدعون")]
    [InlineData("يلتقي", "تلتقي يلتقون يلتقيان")]
    public void Imperfects_are_inflected(string verb, string some)
    {
        var forms = VerbForms.Imperfect(verb).ToList();
        Assert.All(some.Split(' '), form => Assert.Contains(form, forms));
    }

    [Theory]
    [InlineData("2021-11-07", "PTXH", 1, "2021-11-07~")]
    [InlineData("2019-06-18", "P1D", -1, "2019-06-17")]
    [InlineData("2019-05-08", "P1Y", -1, "2018-05-08")]
    [InlineData("2020-04-01", "P2W", -1, "2020-03-18~")]
    [InlineData("2021-07-28", "P18Y", -1, "2003~")]
    [InlineData("2020-04-01", "PXD", 1, null)]
    [InlineData("", "P1D", 1, null)]
    public void A_length_of_time_is_counted_on_from_a_date(string date, string duration, int sign, string? shifted) =>
        Assert.Equal(shifted, EventDurations.Shift(date, duration, sign));
}
