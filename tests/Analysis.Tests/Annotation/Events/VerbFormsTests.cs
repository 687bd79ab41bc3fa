namespace Analysis.Tests.Annotation.Events;

public sealed class VerbFormsTests
{
    [Theory]
    [InlineData("أعلن", "أعلن أعلنت أعلنوا أعلنتا أعلنا")]
    [InlineData("نفى", "نفى نفت نفوا نفتا نفا نفيا")]
    [InlineData("دعا", "دعا دعت دعوا دعتا دعا")]
    [InlineData("أمر", "أمر أمرت أمروا أمرتا أمرا")]
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
}
