// What a caller does, through the client that openapi-generator makes of openapi.yaml.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"

	openapi "github.com/mobieus/client"
)

var ctx = context.WithValue(context.Background(), openapi.ContextAccessToken, os.Getenv("API_KEY"))

func main() {
	posts := client("BASE_URL").CorePostsAPI

	first, _, err := posts.ListPosts(ctx).Limit(3).Execute()
	must(err)
	check(len(first.Data) == 3 && first.HasMore && first.NextCursor.IsSet(), "the first page")
	fmt.Println("✓ list")

	second, _, err := posts.ListPosts(ctx).Limit(3).Cursor(*first.NextCursor.Get()).Execute()
	must(err)
	check(second.Data[0].Id < first.Data[2].Id && second.TotalCount == first.TotalCount, "the second page")
	fmt.Println("✓ page")

	thread := openapi.NewPostCreate("Generated.")
	thread.SetForumSlug(first.Data[0].ForumSlug)
	thread.SetTitle("Hello from Go")
	create := posts.CreatePost(ctx).PostCreate(*thread).IdempotencyKey("hello-from-go")
	created, _, err := create.Execute()
	must(err)
	fmt.Println("✓ create")
	again, response, err := create.Execute()
	must(err)
	check(again.Data.Id == created.Data.Id, "the same post for the same key")
	check(response.Header.Get("Idempotency-Replayed") == "true", "the replay says so")
	fmt.Println("✓ replay")

	_, response, err = posts.CreatePost(ctx).PostCreate(*openapi.NewPostCreate("Refused.")).Execute()
	check(response.StatusCode == 422, "a thread without a forum is refused")
	check(refusal(err).Error.Details[0].Field == "forum_slug", "the details name the field")
	fmt.Println("✓ error")

	reply, _, err := posts.GetPost(ctx, created.Data.Id).Execute()
	must(err)
	post := reply.Data
	check(post.Title.Get() != nil && *post.Title.Get() == thread.GetTitle(), "the title")
	check(post.ParentPostId.Get() == nil && post.EditedAt.Get() == nil, "null stays null")
	fmt.Println("✓ null")

	future := client("FUTURE_URL")
	events, _, err := future.CoreEventsAPI.ListEvents(ctx).Limit(100).Execute()
	must(err)
	found := false
	for _, event := range events.Data {
		found = found || event.Type == "unheard.of"
	}
	check(found, "a type unheard of")
	listings, _, err := future.CoreListingsAPI.ListListings(ctx).Execute()
	must(err)
	found = false
	for _, listing := range listings.Data {
		found = found || listing.Status == "unheard_of"
	}
	check(found, "a status unheard of")
	users, _, err := future.CoreUsersAPI.ListUsers(ctx).Execute()
	must(err)
	found = false
	for _, user := range users.Data {
		found = found || user.Role == 99
	}
	check(found, "a role unheard of")
	_, _, err = future.CorePostsAPI.GetPost(ctx, 999999999).Execute()
	check(refusal(err).Error.Code == "unheard_of", "a code unheard of")
	fmt.Println("✓ unheard")
}

func client(url string) *openapi.APIClient {
	configuration := openapi.NewConfiguration()
	configuration.Servers = openapi.ServerConfigurations{{URL: os.Getenv(url)}}
	return openapi.NewAPIClient(configuration)
}

func refusal(err error) openapi.ErrorReply {
	var failure *openapi.GenericOpenAPIError
	check(errors.As(err, &failure), "it is refused")
	reply, typed := failure.Model().(openapi.ErrorReply)
	check(typed, "the error is typed")
	return reply
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func check(holds bool, what string) {
	if !holds {
		log.Fatal("not so: ", what)
	}
}
