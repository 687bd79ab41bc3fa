using FsCheck.Fluent;

namespace Analysis.Tests.Text;

public sealed class FormsTests
{
    [Fact]
    public void Numbers_and_keys_are_in_one_to_one_relation_through_growth() => Texts.Hold(Texts.Any.ListOf(), keys =>
    {
        var forms = new Forms();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            var number = forms.Add(key);
            Assert.Equal(numbers.GetValueOrDefault(key, numbers.Count + 1), number);
            numbers[key] = number;
        }

        foreach (var (key, number) in numbers)
        {
            Assert.Equal(number, forms.Find(key));
            Assert.True(forms[number].SequenceEqual(key));
        }

        Assert.Equal(numbers.Count + 1, forms.Count);
    }, times: 50);

    [Fact]
    public void Many_forms_are_found_again_and_a_stranger_is_not()
    {
        var forms = new Forms();
        for (var i = 0; i < 20_000; i++) Assert.Equal(i + 1, forms.Add($"كلمة{i}"));
        for (var i = 0; i < 20_000; i++) Assert.Equal(i + 1, forms.Find($"كلمة{i}"));
        Assert.Equal(0, forms.Find("كلمة20000"));
    }

    [Fact]
    public void A_copy_grows_by_itself()
    {
        var forms = new Forms();
        forms.Add("أول");
        var copy = forms.Copy();
        copy.Add("ثان");
        Assert.Equal(0, forms.Find("ثان"));
        Assert.Equal(1, copy.Find("أول"));
    }

    [Fact]
    public void A_very_long_key_is_held()
    {
        var forms = new Forms();
        var key = new string('ا', 100_000);
        Assert.Equal(forms.Add(key), forms.Find(key));
    }
}
