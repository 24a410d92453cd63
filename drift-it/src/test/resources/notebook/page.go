package main

import (
	"context"
	"os"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	sourceschema "github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

type pageResource struct{ place *shelf }

type page struct {
	Name   types.String            `tfsdk:"name"`
	Text   types.String            `tfsdk:"text"`
	Secret types.String            `tfsdk:"secret"`
	Author types.String            `tfsdk:"author"`
	Labels map[string]types.String `tfsdk:"labels"`
	Notes  []note                  `tfsdk:"notes"`
}

type note struct {
	Line types.Int64  `tfsdk:"line"`
	Text types.String `tfsdk:"text"`
}

func (*pageResource) Metadata(_ context.Context, _ resource.MetadataRequest, answer *resource.MetadataResponse) {
	answer.TypeName = "notebook_page"
}

func (*pageResource) Schema(_ context.Context, _ resource.SchemaRequest, answer *resource.SchemaResponse) {
	answer.Schema = schema.Schema{Attributes: map[string]schema.Attribute{
		"name": schema.StringAttribute{
			Required:      true,
			PlanModifiers: []planmodifier.String{stringplanmodifier.RequiresReplace()},
		},
		"text":   schema.StringAttribute{Required: true},
		"secret": schema.StringAttribute{Optional: true, Sensitive: true},
		"author": schema.StringAttribute{
			Computed:      true,
			PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
		},
		"labels": schema.MapAttribute{Optional: true, ElementType: types.StringType},
		"notes": schema.SetNestedAttribute{Optional: true, NestedObject: schema.NestedAttributeObject{
			Attributes: map[string]schema.Attribute{
				"line": schema.Int64Attribute{Required: true},
				"text": schema.StringAttribute{Optional: true},
			},
		}},
	}}
}

func (r *pageResource) Configure(_ context.Context, ask resource.ConfigureRequest, _ *resource.ConfigureResponse) {
	r.place, _ = ask.ProviderData.(*shelf)
}

func (r *pageResource) Create(ctx context.Context, ask resource.CreateRequest, answer *resource.CreateResponse) {
	var plan page
	answer.Diagnostics.Append(ask.Plan.Get(ctx, &plan)...)
	r.keep(&plan, &answer.Diagnostics)
	answer.Diagnostics.Append(answer.State.Set(ctx, plan)...)
}

func (r *pageResource) Update(ctx context.Context, ask resource.UpdateRequest, answer *resource.UpdateResponse) {
	var plan page
	answer.Diagnostics.Append(ask.Plan.Get(ctx, &plan)...)
	r.keep(&plan, &answer.Diagnostics)
	answer.Diagnostics.Append(answer.State.Set(ctx, plan)...)
}

func (r *pageResource) Read(ctx context.Context, ask resource.ReadRequest, answer *resource.ReadResponse) {
	var state page
	answer.Diagnostics.Append(ask.State.Get(ctx, &state)...)
	live, err := r.place.read(state.Name.ValueString())
	if err != nil {
		answer.Diagnostics.AddError("The page cannot be read", err.Error())
		return
	}
	if live == nil {
		answer.State.RemoveResource(ctx)
		return
	}
	answer.Diagnostics.Append(answer.State.Set(ctx, live.page(state.Name))...)
}

func (r *pageResource) Delete(ctx context.Context, ask resource.DeleteRequest, answer *resource.DeleteResponse) {
	var state page
	answer.Diagnostics.Append(ask.State.Get(ctx, &state)...)
	if err := os.Remove(r.place.file(state.Name.ValueString())); err != nil {
		answer.Diagnostics.AddError("The page cannot be removed", err.Error())
	}
}

func (r *pageResource) keep(plan *page, problems *diag.Diagnostics) {
	live := &written{Text: plan.Text.ValueString(), Secret: plan.Secret.ValueString(), Author: r.place.author}
	for key, value := range plan.Labels {
		if live.Labels == nil {
			live.Labels = map[string]string{}
		}
		live.Labels[key] = value.ValueString()
	}
	for _, note := range plan.Notes {
		live.Notes = append(live.Notes, remark{Line: note.Line.ValueInt64(), Text: note.Text.ValueString()})
	}
	plan.Author = types.StringValue(r.place.author)
	if err := r.place.write(plan.Name.ValueString(), live); err != nil {
		problems.AddError("The page cannot be written", err.Error())
	}
}

func (live *written) page(name types.String) page {
	read := page{Name: name, Text: types.StringValue(live.Text), Secret: optional(live.Secret), Author: types.StringValue(live.Author)}
	for key, value := range live.Labels {
		if read.Labels == nil {
			read.Labels = map[string]types.String{}
		}
		read.Labels[key] = types.StringValue(value)
	}
	for _, remark := range live.Notes {
		read.Notes = append(read.Notes, note{Line: types.Int64Value(remark.Line), Text: optional(remark.Text)})
	}
	return read
}

func optional(text string) types.String {
	if text == "" {
		return types.StringNull()
	}
	return types.StringValue(text)
}

type indexSource struct{ place *shelf }

type index struct {
	Names []types.String `tfsdk:"names"`
}

func (*indexSource) Metadata(_ context.Context, _ datasource.MetadataRequest, answer *datasource.MetadataResponse) {
	answer.TypeName = "notebook_index"
}

func (*indexSource) Schema(_ context.Context, _ datasource.SchemaRequest, answer *datasource.SchemaResponse) {
	answer.Schema = sourceschema.Schema{Attributes: map[string]sourceschema.Attribute{
		"names": sourceschema.ListAttribute{Computed: true, ElementType: types.StringType},
	}}
}

func (s *indexSource) Configure(_ context.Context, ask datasource.ConfigureRequest, _ *datasource.ConfigureResponse) {
	s.place, _ = ask.ProviderData.(*shelf)
}

func (s *indexSource) Read(ctx context.Context, _ datasource.ReadRequest, answer *datasource.ReadResponse) {
	names, err := s.place.names()
	if err != nil {
		answer.Diagnostics.AddError("The folder cannot be listed", err.Error())
		return
	}
	found := index{Names: []types.String{}}
	for _, name := range names {
		found.Names = append(found.Names, types.StringValue(name))
	}
	answer.Diagnostics.Append(answer.State.Set(ctx, found)...)
}
