namespace Analysis.Tests;

public sealed class LabelPlacementTests
{
    private static readonly Box Plot = new(0, 0, 400, 300);

    [Fact]
    public void A_label_stands_to_the_right_of_a_marker_that_stands_alone()
    {
        var place = Assert.Single(LabelPlacement.Choose([new(200, 150, 5)], ["Iran"], 12, Plot, [], drop: false))!.Value;
        Assert.Equal(209, place.Box.Left);
        Assert.Null(place.Leader);
    }

    [Fact]
    public void A_label_that_fits_into_its_marker_stands_in_it() =>
        Assert.True(LabelPlacement.Choose([new(200, 150, 24, 42)], ["Iran"], 12, Plot, [], drop: false)[0]!.Value.IsInside);

    [Fact]
    public void A_label_without_a_leader_is_nearer_to_its_own_marker_than_to_any_other()
    {
        Spot[] markers = [new(150, 150, 22), new(200, 150, 22), new(250, 150, 22), new(200, 190, 6), new(200, 110, 6)];
        var places = LabelPlacement.Choose(markers, ["Iran", "United States", "Iraq", "Tehran", "Donald Trump"], 12, Plot, [], drop: false);
        for (var label = 0; label < markers.Length; label++)
        {
            var place = places[label]!.Value;
            if (place.Leader is not null) continue;
            var nearest = Enumerable.Range(0, markers.Length).MinBy(marker => place.Box.Distance(markers[marker]));
            Assert.Equal(label, nearest);
        }
    }

    [Fact]
    public void A_label_does_not_cover_another_point()
    {
        Spot[] markers = [new(380, 150, 5), new(345, 150, 5)];
        var places = LabelPlacement.Choose(markers, ["Iraq – United States", "Iran – United States"], 12, Plot, [], drop: true);
        Assert.DoesNotContain(places, place => place is null);
        Assert.True(places[0]!.Value.Box.Distance(markers[1]) > 0);
        Assert.True(places[1]!.Value.Box.Distance(markers[0]) > 0);
        Assert.Equal(0, places[0]!.Value.Box.Overlap(places[1]!.Value.Box));
    }
}
